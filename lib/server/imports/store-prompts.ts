import { uuid7InOrder } from "#lib/server/database/uuid7.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { judged } from "./judged.ts";

/**
 * Inserts the prompts that an import brings and the project lacks, numbered on from its last one in order of row.
 * Holds the project's row, so that two imports at once neither share a number nor a prompt.
 *
 * @returns how many
 */
export async function storePrompts(
  tx: Prisma.TransactionClient,
  { importId, projectId, evaluation }: { importId: string; projectId: string; evaluation: boolean },
): Promise<number> {
  const [project] = await tx.$queryRaw<{ last: number }[]>`
    select last_prompt_number as last from projects where id = ${projectId}::uuid for no key update`;
  const stored = await tx.$executeRaw`with ${judged(importId, projectId)},
    lacking as (
      select prompt_hash, min(row) as row from judged where is_fresh and prompt_id is null group by prompt_hash
    ),
    numbered as (select row, prompt_hash, row_number() over (order by row) as n from lacking)
    insert into prompts (
      id, project_id, import_id, number, messages, text, content_hash, severity, data_set, source_row,
      category, subcategory, licence, evaluation
    )
    select ${uuid7InOrder(Prisma.sql`n`)}, ${projectId}::uuid, ${importId}::uuid, ${project?.last ?? 0} + n,
      s.candidate->'messages', s.candidate->>'text', n.prompt_hash, (s.candidate->>'severity')::severity,
      s.candidate->'source'->>'dataSet', s.row, s.candidate->'source'->>'category',
      s.candidate->'source'->>'subcategory', s.candidate->'source'->>'licence', ${evaluation}
    from numbered n join staged_rows s on s.import_id = ${importId}::uuid and s.row = n.row`;
  await tx.project.update({ where: { id: projectId }, data: { lastPromptNumber: { increment: stored } } });
  return stored;
}
