import { nextStep } from "#lib/domain/deliberation/engine.ts";
import type { FaultCode } from "#lib/domain/deliberation/fault.ts";
import { limitReached } from "#lib/domain/deliberation/limits.ts";
import { seedFor } from "#lib/domain/deliberation/seed.ts";
import type { Ask, Step } from "#lib/domain/deliberation/step.ts";
import { runStrings } from "#lib/domain/strings/run.ts";
import { attempt } from "./attempt.ts";
import { castFor, leftOf } from "./cast.ts";
import type { End } from "./close.ts";
import type { Until } from "./give-back.ts";
import type { Held } from "./held.ts";
import type { Life } from "./life.ts";

/** A wait that is longer gives the lease back, in milliseconds. */
const longestRestMs = 5_000;
/** How long an endpoint that serves but turned a call away is left alone at most. */
const longestRetryMs = 60_000;

type RestStep = Omit<Extract<Step, { for: "time" }>, "kind" | "for">;

/** What a step led to: the next one, the end of this deliberation or of its lease, or a wait to give it back for. */
type Move = "on" | "over" | Until;

/**
 * Runs a deliberation as far as it goes: to its end, to a wait that is worth giving the lease back for, or until it is
 * to be let go. All that is decided here is when; what comes next is `nextStep`'s word.
 */
export async function deliberate(life: Life, held: Held): Promise<void> {
  while (held.leaving !== "lost") {
    const isLeaving = held.leaving === "paused" || held.leaving === "stopping";
    const move = isLeaving
      ? ({ kind: "now" } as const)
      : await advance(life, held, stepOf(held, life.clock.now()));
    if (move === "over") return;
    if (move !== "on") return leave(life, held, move);
  }
}

function advance(life: Life, held: Held, step: Step): Promise<Move> {
  switch (step.kind) {
    case "finish":
      return end(
        life,
        held,
        step.outcome === "budget_spent" ? { ...step, reason: runStrings.tokensSpent } : step,
      );
    case "ask":
      return call(life, held, step);
    case "wait":
      return step.for === "endpoint" ? waitForEndpoint(life, held, step.ask) : rest(life, held, step);
  }
}

/** What is next, given what is stored and what only the loop knows: the time, the bill, and whether it was cancelled. */
function stepOf(held: Held, now: number): Step {
  const ended = endedBy(held, now);
  const { run, turns, faults, id } = held;
  const plan = { ...run.plan, seed: seedFor(run.plan.seed, id) };
  const last = ended ? [{ seq: turns.length, n: held.attempts + 1, code: ended }] : [];
  return nextStep(plan, turns, [...faults, ...last]);
}

function endedBy(held: Held, now: number): FaultCode | null {
  if (held.leaving === "cancelled") return "cancelled";
  const seconds = (now - held.begun) / 1_000;
  return limitReached(held.run.plan.recipe.budgets, { tokens: held.tokens, seconds });
}

/** Makes the call, unless it has to be put off. A budget that is spent ends the deliberation. */
async function call(life: Life, held: Held, ask: Ask): Promise<Move> {
  const result = await attempt(life, held, ask);
  if (result.kind === "put_off") return result.until;
  return result.kind === "spent"
    ? end(life, held, { outcome: "budget_spent", reason: runStrings.moneySpent })
    : "on";
}

/** Waits in place for a short time, and then calls. A long wait is left to the database. */
async function rest(life: Life, held: Held, { ms, because, ask }: RestStep): Promise<Move> {
  const { clock } = life;
  const left = held.lastAttemptEnded + ms - clock.now();
  if (left > longestRestMs) return { kind: "ms", ms: Math.min(left, leftOf(held, clock.now())), because };
  if (left > 0) {
    held.at = "resting";
    await clock.sleep(left, held.leave.signal);
    held.at = "ready";
  }
  // What happened during the rest comes first: a pause, a cancellation, the deadline.
  return held.leaving || endedBy(held, clock.now()) ? "on" : call(life, held, ask);
}

/**
 * An endpoint that was mended is called again, and more slowly each time it turns out not to be: where an old version's
 * model is gone, the endpoint itself may well serve.
 */
async function waitForEndpoint(life: Life, held: Held, ask: Ask): Promise<Move> {
  const { endpointId } = castFor(held, ask);
  if (!(await life.endpoints.isServing(endpointId))) {
    return { kind: "mended", endpointId, deadlineMs: leftOf(held, life.clock.now()) };
  }
  const because = held.faults.at(-1)?.code ?? "no_model";
  const again = held.faults.length - 1 - held.faults.findLastIndex(({ code }) => code !== because);
  const ms = again <= 1 ? 0 : Math.min(1_000 * 2 ** again, longestRetryMs);
  return rest(life, held, { ms, because, ask });
}

async function end(life: Life, held: Held, { outcome, reason }: End): Promise<Move> {
  held.at = "ending";
  if (await life.store.close(held, { outcome, reason })) {
    life.onSaid();
    return "over";
  }
  // Someone cancelled the run and someone else pressed *Retry*: whoever takes it up next goes on with it.
  if (outcome === "cancelled") return { kind: "now" };
  held.leaving = "lost";
  return "over";
}

/** Gives the lease back. If the run was cancelled in this moment, it is ended instead. */
export async function leave(life: Life, held: Held, until: Until): Promise<void> {
  if (await life.store.giveBack(held, until)) return;
  await life.store.close(held, { outcome: "cancelled", reason: null });
}
