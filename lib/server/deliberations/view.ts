import { dueTurn } from "#lib/domain/deliberation/engine.ts";
import type { Plan, PlannedPolicy } from "#lib/domain/deliberation/plan.ts";
import { choosesPolicies, policiesSeen } from "#lib/domain/deliberation/policies-seen.ts";
import { citationsOf, provenanceOf } from "#lib/domain/deliberation/provenance.ts";
import { agentsOf, nameOfRole, type Recipe } from "#lib/domain/deliberation/recipe.ts";
import { resultOf } from "#lib/domain/deliberation/result.ts";
import { callSeed } from "#lib/domain/deliberation/seed.ts";
import { isKept, Thoughts } from "#lib/domain/deliberation/thoughts.ts";
import { Turn } from "#lib/domain/deliberation/turn.ts";
import type { DeliberationView, ResultThought, TurnView } from "#lib/domain/deliberation/view.ts";
import { PromptMessages } from "#lib/domain/prompt/prompt.ts";
import { db } from "#lib/server/database/client.ts";
import { loadPlan } from "#lib/server/runs/plan.ts";
import { attemptViews, type PlacedAttempt } from "./attempts.ts";
import type { DeliberationHandle } from "./find.ts";
import { judgedView } from "./judged.ts";

/** The view itself, for those who have been authorized. */
export async function viewOf(handle: DeliberationHandle): Promise<DeliberationView> {
  const { runNumber, promptNumber } = handle;
  const found = await db.deliberation.findUniqueOrThrow({
    where: { id: handle.id },
    include: {
      prompt: true,
      turns: { orderBy: { seq: "asc" } },
      run: { select: { status: true, synthetic: true, plan: { select: { recipeVersion: true } } } },
      record: {
        select: {
          ref: true,
          revisions: {
            where: { number: 1 },
            select: { thoughts: true, thoughtCount: true, erasureId: true },
          },
        },
      },
    },
  });
  const [plan, attempts] = await Promise.all([loadPlan(handle.planId), attemptViews(found.id)]);
  const all = found.turns.map((row) => turnView(row, plan, attempts));
  const said = all.flatMap(({ turn }) => turn ?? []);
  const isGrading = handle.subjectRevisionId !== null && plan.recipe.kind === "grading";
  const judged = isGrading ? await judgedView(handle, plan, said) : null;
  const turns = handle.isWithheld ? [] : all;
  const result = resultView(plan.recipe, turns);
  return {
    id: found.id,
    ref: `${runNumber}.${promptNumber}`,
    runNumber,
    prompt: promptView(found.prompt),
    recipe: recipeView(plan.recipe, found.run.plan.recipeVersion.version),
    synthetic: found.run.synthetic,
    turns,
    // What a judge said stands in a reply that could not be read, too.
    faults: handle.isWithheld ? [] : attempts.filter(({ seq }) => seq >= all.length).map(({ view }) => view),
    next: found.outcome ? null : nextOf(plan.recipe, all),
    state: stateOf(found),
    waitingFor: found.waitingFor,
    readyAt: found.readyAt.toISOString(),
    outcome: found.outcome,
    outcomeReason: found.outcomeReason,
    record: recordView(found.record),
    policies: policiesOf(plan, turns),
    result,
    judged,
    clauses: clausesOf(plan.policies, result),
    totals: {
      turns: all.length,
      attempts: attempts.length,
      tokens: attempts.reduce(
        (sum, { view: { tokensIn, tokensOut } }) => sum + (tokensIn ?? 0) + (tokensOut ?? 0),
        0,
      ),
      costMicros: attempts.reduce((sum, { view }) => sum + view.costMicros, 0),
      elapsedMs: found.startedAt && Number(found.finishedAt ?? new Date()) - Number(found.startedAt),
    },
    startedAt: found.startedAt?.toISOString() ?? null,
    finishedAt: found.finishedAt?.toISOString() ?? null,
  };
}

type TurnRow = Awaited<ReturnType<typeof db.turn.findFirstOrThrow>>;

function turnView(
  row: TurnRow,
  plan: Pick<Plan, "recipe" | "endpoints" | "seed">,
  attempts: readonly PlacedAttempt[],
): TurnView {
  const { seq, stage, round, role, model, raw, reply } = row;
  const made = attempts.filter((attempt) => attempt.seq === seq);
  return {
    seq,
    stage,
    round,
    role,
    name: nameOfRole(plan.recipe, role),
    model,
    fallback: fallbackIn(plan, role, made),
    turn: row.erasureId ? null : Turn.parse({ seq, stage, round, role, reply }),
    raw,
    attempts: made.map(({ view }) => view),
    request: {
      templateVersion: plan.recipe.templateVersion,
      seed: callSeed(plan.seed, row.deliberationId, seq, made.at(-1)?.view.n ?? 1),
      hash: Buffer.from(row.requestHash).toString("hex"),
    },
    at: row.createdAt.toISOString(),
  };
}

/** The endpoint that answered in the role's place. Where the plan gives both the same, nothing tells them apart. */
function fallbackIn(
  { recipe, endpoints }: Pick<Plan, "recipe" | "endpoints">,
  role: string,
  made: readonly PlacedAttempt[],
): string | null {
  const accepted = made.find(({ view }) => view.fault === null);
  if (!accepted || recipe.fallback === null || accepted.endpointVersionId === endpoints[role]) return null;
  return accepted.view.endpoint;
}

/** Who speaks next if all goes well. Erased turns hold nothing to go by. */
function nextOf(recipe: Recipe, turns: readonly TurnView[]): DeliberationView["next"] {
  const said = turns.flatMap(({ turn }) => turn ?? []);
  if (said.length < turns.length) return null;
  const due = dueTurn(recipe, said);
  if (due.kind === "finish") return null;
  return { stage: due.stage, round: due.round, role: due.role, name: nameOfRole(recipe, due.role) };
}

function recipeView(recipe: Recipe, version: number): DeliberationView["recipe"] {
  const { name, kind } = recipe;
  const agents = agentsOf(recipe).map(keyAndName);
  return recipe.kind === "deliberation"
    ? { name, version, kind, rounds: recipe.rounds, stopRule: recipe.stopRule, agents }
    : { name, version, kind, rounds: null, stopRule: null, agents };
}

function keyAndName({ key, name }: { key: string; name: string }) {
  return { key, name };
}

function stateOf(row: {
  outcome: unknown;
  workerId: string | null;
  run: { status: string };
}): DeliberationView["state"] {
  if (row.outcome !== null) return "ended";
  if (row.workerId !== null) return "in_flight";
  return row.run.status === "paused" ? "paused" : "waiting";
}

type PromptRow = Awaited<ReturnType<typeof db.prompt.findFirstOrThrow>>;

function promptView(row: PromptRow): DeliberationView["prompt"] {
  return {
    number: row.number,
    messages: row.erasureId ? [] : PromptMessages.parse(row.messages),
    severity: row.severity,
    category: row.category,
    dataSet: row.dataSet,
    erased: row.erasureId !== null,
  };
}

function recordView(
  record: {
    ref: string;
    revisions: { thoughts: unknown; thoughtCount: number; erasureId: string | null }[];
  } | null,
): DeliberationView["record"] {
  if (!record) return null;
  const [first] = record.revisions;
  const thoughts = first && first.erasureId === null ? Thoughts.parse(first.thoughts) : [];
  const removed = thoughts.filter((thought) => !isKept(thought)).length;
  return { ref: record.ref, kept: first?.thoughtCount ?? 0, removed };
}

function policiesOf(
  plan: Omit<Plan, "reviewsOpen">,
  turns: readonly TurnView[],
): DeliberationView["policies"] {
  const said = turns.flatMap(({ turn }) => turn ?? []);
  if (!choosesPolicies(plan.recipe) || said[0]?.stage !== "intent") return null;
  const { seen, leftOut } = policiesSeen(plan, said);
  return { seen: seen.map(numberAndTitle), leftOut: leftOut.map(numberAndTitle) };
}

function numberAndTitle({ number, title }: PlannedPolicy) {
  return { number, title };
}

function resultView(recipe: Recipe, turns: readonly TurnView[]): ResultThought[] | null {
  const said = turns.flatMap(({ turn }) => turn ?? []);
  const result = said.length < turns.length ? null : resultOf(recipe, said);
  if (!result) return null;
  const histories = provenanceOf(recipe, said);
  return result.thoughts.map((thought) => ({
    id: thought.id,
    text: thought.text,
    clauses: thought.clauses,
    isRemoved: !isKept(thought),
    history: histories.get(thought.id) ?? [],
  }));
}

function clausesOf(
  policies: Plan["policies"],
  result: readonly ResultThought[] | null,
): DeliberationView["clauses"] {
  const citing = result && citationsOf(result.filter(({ isRemoved }) => !isRemoved));
  return Object.fromEntries(
    policies.flatMap(({ title, clauses }) =>
      clauses.map(({ number, text }) => [
        number,
        { policy: title, text, ...(citing && { citedBy: citing.get(number) ?? [] }) },
      ]),
    ),
  );
}
