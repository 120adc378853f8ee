import { Thoughts } from "#lib/domain/deliberation/thoughts.ts";
import { PromptMessages, promptText } from "#lib/domain/prompt/prompt.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** All that one erasure reaches. */
export type Scope = {
  projectId: string;
  /** What people call the thing: `24`, or `12.184`. */
  name: string;
  erased: boolean;
  /** Null where only a record goes and its prompt stays. */
  promptId: string | null;
  recordIds: string[];
  revisionIds: string[];
  /** Deliberations whose turns hold the content: those on the prompt, or those that made or judged the record. */
  deliberationIds: string[];
  /** Texts to look for in files that wait to be imported. */
  texts: string[];
};

/** Finds what an erasure reaches and locks it, so that nobody adds to it meanwhile. Null: there is no such thing. */
export async function findScope(
  tx: Prisma.TransactionClient,
  kind: "prompt" | "record",
  id: string,
): Promise<Scope | null> {
  return kind === "prompt" ? promptScope(tx, id) : recordScope(tx, id);
}

async function promptScope(tx: Prisma.TransactionClient, id: string): Promise<Scope | null> {
  await lockRuns(tx, Prisma.sql`prompt_id = ${id}::uuid`);
  await tx.$queryRaw`select id from prompts where id = ${id}::uuid for update`;
  const prompt = await tx.prompt.findUnique({ where: { id } });
  if (!prompt) return null;
  await tx.$queryRaw`select id from deliberations where prompt_id = ${id}::uuid order by id for update`;
  await tx.$queryRaw`select id from records where prompt_id = ${id}::uuid order by id for update`;
  const records = await tx.record.findMany({ where: { promptId: id }, select: { id: true } });
  const recordIds = records.map((record) => record.id);
  const deliberations = await tx.deliberation.findMany({ where: { promptId: id }, select: { id: true } });
  const messages = PromptMessages.safeParse(prompt.messages);
  return {
    projectId: prompt.projectId,
    name: String(prompt.number),
    erased: prompt.erasureId !== null,
    promptId: id,
    recordIds,
    revisionIds: await revisionsOf(tx, recordIds),
    deliberationIds: deliberations.map((deliberation) => deliberation.id),
    // Not the system text and earlier turns: other prompts of a pending file may share them.
    texts: messages.success ? [promptText(messages.data)].filter(isTelling) : [],
  };
}

async function recordScope(tx: Prisma.TransactionClient, id: string): Promise<Scope | null> {
  await lockRuns(
    tx,
    Prisma.sql`id = (select deliberation_id from records where id = ${id}::uuid)
      or subject_revision_id in (select id from revisions where record_id = ${id}::uuid)
      or rival_revision_id in (select id from revisions where record_id = ${id}::uuid)`,
  );
  await tx.$queryRaw`select id from records where id = ${id}::uuid for update`;
  const record = await tx.record.findUnique({ where: { id } });
  if (!record) return null;
  const revisions = await tx.revision.findMany({
    where: { recordId: id },
    select: { id: true, thoughts: true, response: true, erasureId: true },
  });
  const revisionIds = revisions.map((revision) => revision.id);
  const deliberations = await tx.deliberation.findMany({
    where: {
      OR: [
        { record: { id } },
        { subjectRevisionId: { in: revisionIds } },
        { rivalRevisionId: { in: revisionIds } },
      ],
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return {
    projectId: record.projectId,
    name: record.ref,
    erased: revisions.every(({ erasureId }) => erasureId !== null),
    promptId: null,
    recordIds: [id],
    revisionIds,
    deliberationIds: deliberations.map((deliberation) => deliberation.id),
    texts: revisions.flatMap(({ thoughts, response }) => {
      const parsed = Thoughts.safeParse(thoughts);
      return [response, ...(parsed.success ? parsed.data.map(({ text }) => text) : [])].filter(isTelling);
    }),
  };
}

/** A few words stand in many rows of a pending file; taking all of those out would lose what nobody meant. */
function isTelling(text: string): boolean {
  return text.length >= 16;
}

async function revisionsOf(tx: Prisma.TransactionClient, recordIds: string[]): Promise<string[]> {
  const revisions = await tx.revision.findMany({
    where: { recordId: { in: recordIds } },
    select: { id: true },
  });
  return revisions.map((revision) => revision.id);
}

/** Runs come first, as for everybody who ends deliberations: nobody waits in a circle. */
async function lockRuns(tx: Prisma.TransactionClient, deliberations: Prisma.Sql): Promise<void> {
  await tx.$queryRaw`select id from runs where id in (select run_id from deliberations where ${deliberations})
    order by id for no key update`;
}
