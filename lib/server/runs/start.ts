import type { Actor } from "#lib/domain/access/actions.ts";
import type { RecipeKind } from "#lib/domain/deliberation/recipe.ts";
import { Refused } from "#lib/domain/errors.ts";
import { gradingStrings } from "#lib/domain/strings/grading.ts";
import { runStrings } from "#lib/domain/strings/run.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { uuid7InOrder } from "#lib/server/database/uuid7.ts";
import { hintOfWork } from "#lib/server/worker/hints.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { requireBeliefRuns } from "./belief-runs.ts";
import { forecast } from "./estimate.ts";
import { choosePlan, freezePlan } from "./freeze-plan.ts";
import { chosenPrompts, givesRecords, needsRevision, type PromptChoice, subjectRevision } from "./prompts.ts";

/** What a run is started from. */
export type RunStart = {
  projectId: string;
  recipeVersionId: string;
  prompts: PromptChoice;
  /** Endpoint by role key. */
  roles: Readonly<Record<string, string>>;
  /** Micro-dollars that it may spend by the price table; null is no cap. */
  capMicros?: number | null;
  /** Number of the run whose answers are compared with, for recipes that ask for a preference. */
  against?: number | null;
  /** Whether what comes of it becomes records to review; yes if not given. */
  opensReviews?: boolean;
  /** 0 is bulk; higher goes first. */
  priority?: number;
};

/** How long the insert of very many deliberations may take. */
const longestInsertMs = 300_000;

/**
 * Starts a run: freezes its plan and inserts one deliberation per prompt. Workers begin at once.
 *
 * @throws Refused `not_found`; `forbidden`, also for belief runs where no admin allowed them; `invalid` where the plan is not
 *   complete or no prompt fits
 */
export async function startRun(actor: Actor, start: RunStart): Promise<{ id: string; number: number }> {
  const { projectId } = start;
  await authorize(actor, "runs.start", { projectId });
  return db.$transaction(
    async (tx) => {
      const chosen = await choosePlan(tx, start);
      if (chosen.kind === "belief") await requireBeliefRuns(tx, projectId);
      const comparing = chosen.recipe.kind === "grading" && chosen.recipe.asks === "preference";
      if (comparing !== Boolean(start.against)) throw new Refused("invalid", gradingStrings.chooseAgainst);
      const { prompts, estimate } = await forecast(tx, projectId, chosen, start.prompts);
      if (prompts === 0) throw new Refused("invalid", nothingFits(chosen.kind));
      const plan = await freezePlan(tx, chosen);
      const { lastRunNumber: number } = await tx.project.update({
        where: { id: projectId },
        data: { lastRunNumber: { increment: 1 } },
        select: { lastRunNumber: true },
      });
      const run = await tx.run.create({
        data: {
          projectId,
          planId: plan.id,
          createdById: actor.kind === "person" ? actor.userId : null,
          number,
          kind: chosen.kind,
          synthetic: chosen.synthetic,
          // What judges say is a suggestion, and what was said under a belief or without policies is nobody's to review.
          opensReviews: givesRecords(chosen.kind) && (start.opensReviews ?? true),
          subjects: 0,
          estimate,
          budget: { create: { capMicros: start.capMicros ?? null } },
        },
        select: { id: true, number: true },
      });
      const subjects = await insertDeliberations(tx, run.id, start, chosen.kind);
      if (subjects === 0) throw new Refused("invalid", nothingFits(chosen.kind));
      await tx.run.update({ where: { id: run.id }, data: { subjects } });
      await appendAudit(tx, {
        actor,
        projectId,
        action: "run.start",
        objectKind: "run",
        objectId: run.id,
        detail: { number, subjects, kind: chosen.kind },
      });
      await hintOfWork(tx);
      return run;
    },
    { maxWait: 10_000, timeout: longestInsertMs },
  );
}

function nothingFits(kind: RecipeKind): string {
  if (kind === "belief") return runStrings.nothingToSelect;
  if (kind === "evaluation") return runStrings.noEvaluationPrompts;
  return kind === "grading" ? runStrings.noRevisions : runStrings.noPrompts;
}

/** One statement whatever the number. Ids count up in order of the prompts' numbers. */
async function insertDeliberations(
  tx: Prisma.TransactionClient,
  runId: string,
  start: RunStart,
  kind: RecipeKind,
): Promise<number> {
  const subject = needsRevision(kind)
    ? subjectRevision(start.projectId, start.prompts, kind)
    : Prisma.sql`null::uuid`;
  const rival = start.against
    ? subjectRevision(start.projectId, { scope: "run", run: start.against, part: "all", limit: null })
    : Prisma.sql`null::uuid`;
  return tx.$executeRaw`
    insert into deliberations (id, run_id, prompt_id, subject_revision_id, rival_revision_id, priority)
    select ${uuid7InOrder(Prisma.sql`p.n`)}, ${runId}::uuid, p.id, ${subject}, ${rival}, ${start.priority ?? 0}::smallint
    from (${chosenPrompts(start.projectId, start.prompts, kind)}) p
    ${start.against ? Prisma.sql`where ${rival} is not null` : Prisma.empty}`;
}
