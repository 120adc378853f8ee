import type { Actor } from "#lib/domain/access/actions.ts";
import type { Severity } from "#lib/domain/prompt/prompt.ts";
import type { PromptPage } from "#lib/domain/prompt/view.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { pool } from "#lib/server/database/client.ts";

const pageSize = 50;
/** Characters of a prompt that a list shows. */
const shown = 240;

export type PromptFilter = {
  category?: string;
  severity?: Severity;
  /** Words to be found in the text, in any case. */
  search?: string;
};

/**
 * A page of the project's prompts in order of number.
 *
 * @param after number of the last prompt of the page before; 0 for the first page
 * @throws Refused `not_found`, `forbidden`
 */
export async function listPrompts(
  actor: Actor,
  projectId: string,
  filter: PromptFilter,
  after: number,
): Promise<PromptPage> {
  await authorize(actor, "prompts.read", { projectId });
  const { rows } = await pool.query<PromptPage["rows"][number]>(
    `select p.number, left(p.text, ${shown}) as text, jsonb_array_length(
              case when p.erasure_id is null then p.messages else '[]' end) as turns,
            p.severity, p.category, p.data_set as "dataSet", p.licence, p.erasure_id is not null as erased, p.evaluation,
            (select count(*)::int from records r where r.prompt_id = p.id and not r.planted) as records
     from prompts p
     where p.project_id = $1 and p.number > $2
       and ($3::text is null or p.category = $3)
       and ($4::severity is null or p.severity = $4)
       and ($5::text is null or p.text ilike '%' || $5 || '%')
     order by p.number limit ${pageSize + 1}`,
    [projectId, after, filter.category ?? null, filter.severity ?? null, escapeLike(filter.search)],
  );
  const page = rows.slice(0, pageSize);
  return { rows: page, next: rows.length > pageSize ? (page.at(-1)?.number ?? null) : null };
}

/**
 * The categories of a project's prompts with how many each holds, most first.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function listCategories(
  actor: Actor,
  projectId: string,
): Promise<{ category: string; n: number }[]> {
  await authorize(actor, "prompts.read", { projectId });
  const { rows } = await pool.query<{ category: string; n: number }>(
    `select category, count(*)::int as n from prompts
     where project_id = $1 and category is not null group by 1 order by 2 desc, 1 limit 200`,
    [projectId],
  );
  return rows;
}

/** `%` and `_` in what people type mean themselves. */
export function escapeLike(text: string | undefined): string | null {
  return text ? text.replace(/[\\%_]/g, "\\$&") : null;
}
