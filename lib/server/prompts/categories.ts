import { db } from "#lib/server/database/client.ts";

/** How many categories are offered. */
const offered = 500;

/**
 * The categories of a project's prompts, in order. Steps from one to the next along an index, however many prompts there
 * are. The caller has authorized.
 */
export async function categoriesOf(projectId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ category: string }[]>`
    with recursive stepped as (
      (select category from prompts where project_id = ${projectId}::uuid and category is not null order by category limit 1)
      union all
      select (select p.category from prompts p where p.project_id = ${projectId}::uuid and p.category > s.category
        order by p.category limit 1)
      from stepped s where s.category is not null
    )
    select category from stepped where category is not null limit ${offered}`;
  return rows.map(({ category }) => category);
}
