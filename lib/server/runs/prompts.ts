import type { RecipeKind } from "#lib/domain/deliberation/recipe.ts";
import type { PromptChoice as Choice } from "#lib/domain/run/prompt-choice.ts";
import { escapeLike } from "#lib/server/prompts/list.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** Which prompts a run is applied to: as people choose them, or by their ids. */
export type PromptChoice = Choice | { ids: readonly string[] };

/** SQL: whether a prompt `p` has no record that stands: none at all, or only withdrawn and superseded ones. */
const isFresh = Prisma.sql`not exists (
  select from records r where r.prompt_id = p.id and r.status not in ('superseded', 'withdrawn'))`;

/** SQL: the chosen prompts of a project as rows `(id, n)`, `n` from 1 in order of number. Erased ones are left out. */
export function chosenPrompts(projectId: string, choice: PromptChoice, kind: RecipeKind): Prisma.Sql {
  // The lock makes an erasure and a start take turns: neither misses what the other does to a prompt.
  return Prisma.sql`select p.id, row_number() over (order by p.number) as n from (
    ${matching(projectId, choice, kind, Prisma.sql`p.id, p.number`)} for key share of p) p`;
}

/** SQL: how many prompts are chosen, and how many characters one has on average, as it stands in a request. */
export function measurePrompts(projectId: string, choice: PromptChoice, kind: RecipeKind): Prisma.Sql {
  return Prisma.sql`select count(*)::int as n, coalesce(avg(length(p.messages::text)), 0)::float8 as characters
    from (${matching(projectId, choice, kind, Prisma.sql`p.messages`)}) p`;
}

/**
 * SQL: the revision that a grading run judges for a prompt `p`: the head of what the chosen run gave, or what that run
 * judged itself; where no run is chosen the head of the newest record, one that stands before one that does not. Null where
 * there is none.
 */
export function subjectRevision(
  projectId: string,
  choice: PromptChoice,
  kind: RecipeKind = "grading",
): Prisma.Sql {
  if (kind === "belief") return revisionToSelect;
  if (!("scope" in choice) || choice.scope !== "run") return newestHead(Prisma.empty);
  const run = Prisma.sql`(select id from runs where project_id = ${projectId}::uuid and number = ${choice.run})`;
  return Prisma.sql`coalesce(${newestHead(Prisma.sql`and s.run_id = ${run}`)}, (
    select v.id from deliberations g join revisions v on v.id = g.subject_revision_id
    where g.prompt_id = p.id and g.run_id = ${run} and v.erasure_id is null limit 1))`;
}

function newestHead(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    select v.id from records s join revisions v on v.id = s.head_revision_id
    where s.prompt_id = p.id and v.erasure_id is null and not s.planted ${condition}
    order by s.status in ('superseded', 'withdrawn'), s.id desc limit 1)`;
}

/** Whether what comes of runs of a kind can be reviewed: chains of thought for prompts, neither judgements nor answers that were drawn out. */
export function givesRecords(kind: RecipeKind): boolean {
  return kind === "deliberation" || kind === "baseline";
}

/** Whether runs of a kind are about chains of thought that there are. */
export function needsRevision(kind: RecipeKind): boolean {
  return kind === "grading" || kind === "belief";
}

/**
 * SQL: what a belief run sets an answer under a belief against, for a prompt `p`: the approved revision; before one is
 * approved, the head with the best score for faithfulness to the policies, else of the newest record.
 */
const revisionToSelect = Prisma.sql`(
  select v.id from records s
  left join approvals a on a.record_id = s.id and a.withdrawn_at is null and s.status = 'approved'
  join revisions v on v.id = coalesce(a.revision_id, s.head_revision_id)
  where s.prompt_id = p.id and not s.planted and v.erasure_id is null
    and s.status not in ('rejected', 'stale', 'superseded', 'withdrawn')
  order by a.approved_at desc nulls last,
    (select avg(c.value) from scores c where c.revision_id = v.id and c.dimension = 'cot_policy') desc nulls last, s.id desc
  limit 1)`;

/** SQL: how many prompts a project has, how many of them no record stands for, and how many more are for evaluation. */
export function countPrompts(projectId: string): Prisma.Sql {
  return Prisma.sql`select (count(*) filter (where not p.evaluation))::int as "all",
    (count(*) filter (where not p.evaluation and ${isFresh}))::int as fresh,
    (count(*) filter (where p.evaluation))::int as evaluation
    from prompts p where p.project_id = ${projectId}::uuid and p.erasure_id is null`;
}

function matching(
  projectId: string,
  choice: PromptChoice,
  kind: RecipeKind,
  columns: Prisma.Sql,
): Prisma.Sql {
  const conditions = [
    Prisma.sql`p.project_id = ${projectId}::uuid`,
    Prisma.sql`p.erasure_id is null`,
    // What endpoints are evaluated with is never worked on for training, and nothing else evaluates them.
    kind === "evaluation" ? Prisma.sql`p.evaluation` : Prisma.sql`not p.evaluation`,
    ...conditionsOf(projectId, choice),
    ...(needsRevision(kind) ? [Prisma.sql`${subjectRevision(projectId, choice, kind)} is not null`] : []),
  ];
  const limit = "ids" in choice || choice.limit === null ? Prisma.empty : Prisma.sql`limit ${choice.limit}`;
  return Prisma.sql`select ${columns} from prompts p
    where ${Prisma.join(conditions, " and ")} order by p.number ${limit}`;
}

function conditionsOf(projectId: string, choice: PromptChoice): Prisma.Sql[] {
  if ("ids" in choice) return [Prisma.sql`p.id = any(${[...choice.ids]}::uuid[])`];
  switch (choice.scope) {
    case "all":
      return [];
    case "fresh":
      return [isFresh];
    case "numbers":
      return [Prisma.sql`p.number = any(${choice.numbers}::int[])`];
    case "filter": {
      const { search, category, severity } = choice;
      return [
        ...(search === null ? [] : [Prisma.sql`p.text ilike '%' || ${escapeLike(search)} || '%'`]),
        ...(category === null ? [] : [Prisma.sql`p.category = ${category}`]),
        ...(severity === null ? [] : [Prisma.sql`p.severity = ${severity}::severity`]),
      ];
    }
    case "run":
      return [
        Prisma.sql`exists (
          select from deliberations d join runs r on r.id = d.run_id
          where d.prompt_id = p.id and r.project_id = ${projectId}::uuid and r.number = ${choice.run}
            and ${partOf(choice.part)})`,
      ];
  }
}

function partOf(part: Extract<Choice, { scope: "run" }>["part"]): Prisma.Sql {
  if (part === "all") return Prisma.sql`true`;
  if (part !== "failed") return Prisma.sql`d.outcome = ${part}::outcome`;
  return Prisma.sql`d.outcome is not null and d.outcome not in ('consensus', 'rounds_spent', 'completed')`;
}
