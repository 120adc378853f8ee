import { expect, test } from "vitest";
import fc from "#lib/domain/testing/seeded.ts";
import { aidsafe } from "./built-in-recipes.ts";
import { dueTurn, nextStep } from "./engine.ts";
import { type Fault, type FaultCode, faultCodes } from "./fault.ts";
import type { DeliberationRecipe } from "./recipe.ts";
import type { Reply } from "./reply.ts";
import { turnTimeLeft } from "./retry.ts";
import type { Step } from "./step.ts";
import {
  agree,
  assessed,
  compared,
  graded,
  initial,
  intents,
  planFor,
  refined,
  revise,
  whispered,
} from "./testing.ts";
import { Turn } from "./turn.ts";

/** What a model and the world answer to one call: a verdict where one is asked for, or a fault. */
type Event =
  | { kind: "reply"; adds: boolean; agrees: boolean }
  | { kind: "fault"; code: FaultCode; latencyMs: number };

const recipes = fc
  .record({
    agents: fc.integer({ min: 2, max: 5 }),
    rounds: fc.integer({ min: 1, max: 10 }),
    stopRule: fc.constantFrom("any_agrees" as const, "all_agree" as const),
    refines: fc.boolean(),
    fallsBack: fc.boolean(),
  })
  .map(
    ({ agents, rounds, stopRule, refines, fallsBack }): DeliberationRecipe => ({
      ...aidsafe,
      rounds,
      stopRule,
      refiner: refines ? aidsafe.refiner : null,
      fallback: fallsBack
        ? { key: "fallback", name: "Fallback", sampling: aidsafe.decomposer.sampling }
        : null,
      agents: Array.from({ length: agents }, (_, n) => ({
        ...aidsafe.decomposer,
        key: `agent-${n}`,
        name: `Agent ${n}`,
      })),
    }),
  );

const events = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant("reply" as const), adds: fc.boolean(), agrees: fc.boolean() }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("fault" as const),
        code: fc.constantFrom(...faultCodes),
        latencyMs: fc.integer({ min: 0, max: 200_000 }),
      }),
    },
  ),
  { maxLength: 200 },
);

function replyTo(
  turns: readonly Turn[],
  recipe: DeliberationRecipe,
  { adds, agrees }: Event & { kind: "reply" },
): Reply {
  const due = dueTurn(recipe, turns);
  if (due.kind === "finish") throw new Error("Nothing is due.");
  const newThoughts = adds ? [{ text: `Thought at ${due.seq}.`, clauses: [], replaces: null }] : [];
  const said = agrees ? { ...agree, newThoughts } : revise({ newThoughts });
  const replies = {
    intent: intents,
    initial,
    deliberate: said,
    refine: refined,
    baseline: initial,
    grade: graded,
    compare: compared,
    sample: initial,
    whisper: whispered,
    believe: initial,
    assess: assessed(0.5),
    answer: { response: "Press Ctrl+C." },
    examine: { why: "It says so.", refuses: "no" as const, safe: true },
  };
  return replies[due.stage];
}

/** Plays events against the engine as the loop would, until it finishes or they run out. */
function play(recipe: DeliberationRecipe, played: readonly Event[]) {
  const plan = planFor(recipe);
  const turns: Turn[] = [];
  let faults: Fault[] = [];
  const steps: Step[] = [nextStep(plan, turns, faults)];
  for (const event of played) {
    const step = steps.at(-1);
    if (!step || step.kind === "finish") break;
    if (event.kind === "reply") {
      const due = step.kind === "ask" ? step : step.ask;
      turns.push(Turn.parse({ ...due, reply: replyTo(turns, recipe, event) }));
      faults = [];
    } else {
      faults.push({ seq: turns.length, n: faults.length + 1, code: event.code, latencyMs: event.latencyMs });
    }
    steps.push(nextStep(plan, turns, faults));
  }
  return { plan, turns, faults, steps };
}

test("any history gives exactly one next step, and the same one when it is replayed", () => {
  fc.assert(
    fc.property(recipes, events, (recipe, played) => {
      const { plan, turns, faults, steps } = play(recipe, played);
      const stored = JSON.parse(JSON.stringify({ turns, faults }));
      expect(nextStep(plan, stored.turns, stored.faults)).toEqual(steps.at(-1));
    }),
  );
});

test("no sequence of replies escapes the rounds", () => {
  fc.assert(
    fc.property(recipes, events, (recipe, played) => {
      const { turns } = play(recipe, played);
      expect(turns.filter((turn) => turn.stage === "deliberate").length).toBeLessThanOrEqual(
        recipe.rounds * recipe.agents.length,
      );
      expect(turns.length).toBeLessThanOrEqual(3 + recipe.rounds * recipe.agents.length);
    }),
  );
});

test("replies alone always lead to an end", () => {
  fc.assert(
    fc.property(recipes, fc.boolean(), fc.boolean(), (recipe, adds, agrees) => {
      const { steps } = play(recipe, Array(100).fill({ kind: "reply", adds, agrees }));
      expect(steps.at(-1)).toMatchObject({ kind: "finish" });
    }),
  );
});

test("a turn is not asked for again once its time in calls is over", () => {
  fc.assert(
    fc.property(recipes, events, (recipe, played) => {
      const { plan, faults, steps } = play(recipe, played);
      if (steps.at(-1)?.kind === "ask") expect(turnTimeLeft(plan, faults)).toBeGreaterThan(0);
    }),
  );
});

test("the fallback speaks only after two refusals of a turn, and never after a third", () => {
  fc.assert(
    fc.property(recipes, events, (recipe, played) => {
      const { faults, steps } = play(recipe, played);
      const last = steps.at(-1);
      if (!last || last.kind === "finish") return;
      const refusals = faults.filter(({ code }) => code === "refused" || code === "content_filtered").length;
      const { by } = last.kind === "ask" ? last : last.ask;
      expect(refusals).toBeLessThan(recipe.fallback ? 3 : 2);
      expect(by).toBe(refusals === 2 ? "fallback" : "role");
    }),
  );
});

test("a turn never costs more attempts than the recipe gives it", () => {
  fc.assert(
    fc.property(recipes, events, (recipe, played) => {
      const { faults, steps } = play(recipe, played);
      const turnedAway = ["bad_key", "no_quota", "no_model", "rate_limited", "overloaded"];
      const counted = faults.filter((fault) => !turnedAway.includes(fault.code));
      if (steps.at(-1)?.kind !== "finish")
        expect(counted.length).toBeLessThan(recipe.budgets.attemptsPerTurn);
    }),
  );
});
