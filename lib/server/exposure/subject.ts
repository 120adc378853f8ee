import type { Severity } from "#lib/domain/prompt/prompt.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** Something that a person is about to be given to read. */
export type Subject = { id: string; projectId: string; severity: Severity; category: string | null };

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
