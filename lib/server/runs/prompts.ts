import type { NewRun } from "#lib/domain/run/new-run.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** Which prompts a run is applied to: chosen one by one, or by a rule. */
export type PromptChoice = NewRun["prompts"] | { ids: readonly string[] };

/** SQL: whether a prompt `p` has no record that stands: none at all, or only withdrawn and superseded ones. */
const isFresh = Prisma.sql`not exists (
  select from records r where r.prompt_id = p.id and r.status not in ('superseded', 'withdrawn'))`;

/** SQL: the chosen prompts of a project as rows `(id, n)`, `n` from 1 in order of number. Erased ones are left out. */
export function chosenPrompts(projectId: string, choice: PromptChoice): Prisma.Sql {
  const conditions = [Prisma.sql`p.project_id = ${projectId}::uuid`, Prisma.sql`p.erasure_id is null`];
  let limit = Prisma.empty;
  if ("ids" in choice) {
    conditions.push(Prisma.sql`p.id = any(${[...choice.ids]}::uuid[])`);
  } else {
    if (choice.scope === "fresh") conditions.push(isFresh);
    if (choice.scope === "category") conditions.push(Prisma.sql`p.category = ${choice.category}`);
    if (choice.limit !== null) limit = Prisma.sql`limit ${choice.limit}`;
  }
  // The lock makes an erasure and a start take turns: neither misses what the other does to a prompt.
  return Prisma.sql`select p.id, row_number() over (order by p.number) as n from (
    select p.id, p.number from prompts p
    where ${Prisma.join(conditions, " and ")} order by p.number ${limit} for key share of p) p`;
}

/** SQL: how many prompts a project has, and how many of them no record stands for. */
export function countPrompts(projectId: string): Prisma.Sql {
  return Prisma.sql`select count(*)::int as "all", (count(*) filter (where ${isFresh}))::int as fresh
    from prompts p where p.project_id = ${projectId}::uuid and p.erasure_id is null`;
}
