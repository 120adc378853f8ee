import type { Severity } from "#lib/domain/prompt/prompt.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** Something that a person is about to be given to read. */
export type Subject = { id: string; projectId: string; severity: Severity; category: string | null };

/** Bad reasoning is what it is, whatever the prompt: a pair counts as of high severity. */
export function pairSubject(pair: {
  id: string;
  projectId: string;
  prompt: { category: string | null };
}): Subject {
  const { id, projectId, prompt } = pair;
  return { id, projectId, severity: "high", category: prompt.category };
}

/** Finds what `serve` needs to know of a record. */
export async function subjectOf(
  tx: Pick<Prisma.TransactionClient, "record">,
  recordId: string,
): Promise<Subject> {
  const { prompt, ...record } = await tx.record.findUniqueOrThrow({
    where: { id: recordId },
    select: { id: true, projectId: true, severity: true, prompt: { select: { category: true } } },
  });
  return { ...record, category: prompt.category };
}
