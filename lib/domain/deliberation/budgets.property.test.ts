import { expect, test } from "vitest";
import fc from "#lib/domain/testing/seeded.ts";
import { aidsafe, beliefs } from "./built-in-recipes.ts";
import { dueTurn, nextStep } from "./engine.ts";
import { type Fault, type FaultCode, faultCodes } from "./fault.ts";
import { limitReached } from "./limits.ts";
import type { Step } from "./step.ts";
import {
  assessed,
  compared,
  graded,
  initial,
  intents,
  planFor,
  refined,
  revise,
  turnsOf,
  whispered,
} from "./testing.ts";
import type { Turn } from "./turn.ts";

/** What one call comes to: its fault, if any, what it used, and how long it was until the next could be made. */
type Call = { code: FaultCode | null; tokens: number; seconds: number };

const calls = fc.array(
  fc.record({
    code: fc.option(fc.constantFrom(...faultCodes), { freq: 2 }),
    tokens: fc.integer({ min: 0, max: 3_000 }),
    seconds: fc.integer({ min: 0, max: 900 }),
  }),
  { maxLength: 120 },
);

const budgets = fc.record({
  tokensPerDeliberation: fc.integer({ min: 1_000, max: 30_000 }),
  deliberationSeconds: fc.integer({ min: 1, max: 6_000 }),
});

const recipes = fc.constantFrom(aidsafe, beliefs);

const replies = {
  intent: intents,
  initial,
  deliberate: revise(),
  refine: refined,
  baseline: initial,
  grade: graded,
  compare: compared,
  sample: initial,
  whisper: whispered,
  believe: initial,
  answer: { response: "Press Ctrl+C." },
  examine: { why: "It says so.", refuses: "no" as const, safe: true },
  assess: assessed(0.5),
};

/** Plays calls as the loop does: it looks at time and bill before each of them, and adds the limit as the last fault. */
function play(
  recipe: typeof aidsafe | typeof beliefs,
  limits: { tokensPerDeliberation: number; deliberationSeconds: number },
  played: readonly Call[],
) {
  const plan = planFor({ ...recipe, budgets: { ...recipe.budgets, ...limits } });
  const turns: Turn[] = [];
  const spent = { tokens: 0, seconds: 0 };
  const begunAt: (typeof spent)[] = [];
  let faults: Fault[] = [];
  const next = (): Step => {
    const limit = limitReached(plan.recipe.budgets, spent);
    const last = limit ? [{ seq: turns.length, n: faults.length + 1, code: limit }] : [];
    return nextStep(plan, turns, [...faults, ...last]);
  };
  let step = next();
  for (const call of played) {
    if (step.kind === "finish") break;
    begunAt.push({ ...spent });
    spent.tokens += call.tokens;
    spent.seconds += call.seconds;
    const due = dueTurn(plan.recipe, turns);
    if (call.code === null && due.kind === "due") {
      turns.push(...turnsOf(plan, [...turns.map(({ reply }) => reply), replies[due.stage]]).slice(-1));
      faults = [];
    } else if (call.code !== null) {
      faults.push({ seq: turns.length, n: faults.length + 1, code: call.code });
    }
    step = next();
  }
  return { plan, turns, begunAt, spent, step };
}

test("no sequence of replies and faults escapes the tokens or the time of a deliberation", () => {
  fc.assert(
    fc.property(recipes, budgets, calls, (recipe, limits, played) => {
      const { begunAt, spent, step } = play(recipe, limits, played);
      for (const { tokens, seconds } of begunAt) {
        expect(tokens).toBeLessThan(limits.tokensPerDeliberation);
        expect(seconds).toBeLessThan(limits.deliberationSeconds);
      }
      if (spent.tokens >= limits.tokensPerDeliberation || spent.seconds >= limits.deliberationSeconds) {
        expect(step.kind).toBe("finish");
      }
    }),
  );
});

test("replaying turn by turn asks for what was asked, at every turn", () => {
  fc.assert(
    fc.property(recipes, budgets, calls, (recipe, limits, played) => {
      const { plan, turns } = play(recipe, limits, played);
      for (const { seq, stage, round, role } of turns) {
        expect(nextStep(plan, turns.slice(0, seq), [])).toMatchObject({
          kind: "ask",
          seq,
          stage,
          round,
          role,
        });
      }
    }),
  );
});
