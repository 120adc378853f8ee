import { Prisma } from "#prisma/generated/client.ts";
import type { Scope } from "./scope.ts";

/** How many rows lost content, by kind. */
export type Tombstones = {
  prompts: number;
  turns: number;
  attempts: number;
  revisions: number;
  labels: number;
  scores: number;
  reviews: number;
  drafts: number;
  comments: number;
};

const tombstone = Prisma.sql`'{"erased": true}'`;

/** Replaces the content of every row in reach and points the row to the erasure. */
export async function leaveTombstones(
  tx: Prisma.TransactionClient,
  { promptId, recordIds, revisionIds, deliberationIds }: Scope,
  erasureId: string,
): Promise<Tombstones> {
  const by = Prisma.sql`erasure_id = ${erasureId}::uuid`;
  const inDeliberations = Prisma.sql`deliberation_id = any (${deliberationIds}::uuid[]) and erasure_id is null`;
  const judges = Prisma.sql`(revision_id = any (${revisionIds}::uuid[]) or deliberation_id = any (${deliberationIds}::uuid[]))
    and erasure_id is null`;
  const rounds = Prisma.sql`select id from review_rounds where record_id = any (${recordIds}::uuid[])`;

  await tx.$executeRaw`update deliberations set outcome_reason = null
    where id = any (${deliberationIds}::uuid[]) and outcome_reason is not null`;
  return {
    prompts: await tx.$executeRaw`update prompts set messages = ${tombstone}::jsonb, text = '', ${by}
      where id = ${promptId}::uuid and erasure_id is null`,
    turns:
      await tx.$executeRaw`update turns set reply = ${tombstone}::json, raw = null, ${by} where ${inDeliberations}`,
    attempts:
      await tx.$executeRaw`update attempts set raw = null, fault_detail = null, ${by} where ${inDeliberations}`,
    revisions: await tx.$executeRaw`update revisions set thoughts = ${tombstone}::jsonb, response = '', ${by}
      where id = any (${revisionIds}::uuid[]) and erasure_id is null`,
    labels: await tx.$executeRaw`update labels set why = null, ${by} where ${judges}`,
    scores: await tx.$executeRaw`update scores set evidence = null, ${by} where ${judges}`,
    reviews:
      await tx.$executeRaw`update reviews set note = null, ${by} where round_id in (${rounds}) and erasure_id is null`,
    drafts: await tx.$executeRaw`update drafts set content = ${tombstone}::jsonb, ${by}
      where erasure_id is null and review_id in (select id from reviews where round_id in (${rounds}))`,
    comments: await tx.$executeRaw`update comments set text = '', ${by} where erasure_id is null
      and thread_id in (select id from comment_threads where record_id = any (${recordIds}::uuid[]))`,
  };
}

/** Drops the content from files that were read but not imported yet, and from the samples that imports keep. */
export async function eraseFiles(tx: Prisma.TransactionClient, { projectId, texts }: Scope): Promise<void> {
  const inJson = texts.filter((text) => text !== "").map((text) => JSON.stringify(text).slice(1, -1));
  await tx.$executeRaw`delete from staged_rows s using imports i, unnest(${inJson}::text[]) as erased (text)
    where i.id = s.import_id and i.project_id = ${projectId}::uuid
      and strpos(s.cells::text || coalesce(s.candidate::text, ''), erased.text) > 0`;
  // Samples may be cut short: the beginning of a text is enough to drop them.
  await tx.$executeRaw`update imports set columns = (
      select jsonb_agg(jsonb_set(c, '{samples}', '[]')) from jsonb_array_elements(columns) as c
    )
    where project_id = ${projectId}::uuid and jsonb_typeof(columns) = 'array'
      and exists (select from unnest(${inJson}::text[]) as erased (text) where strpos(columns::text, left(erased.text, 30)) > 0)`;
}
