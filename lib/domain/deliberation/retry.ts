import { deliberationStrings as strings } from "#lib/domain/strings/deliberation.ts";
import type { Fault, FaultCode } from "./fault.ts";
import type { Outcome } from "./outcome.ts";
import type { Plan } from "./plan.ts";
import { type Answerer, answererOf } from "./recipe.ts";
import { fraction } from "./seed.ts";
import type { Ask, Due, Finish, Step } from "./step.ts";

/** Longest wait that an endpoint may ask for; after that it is asked again whatever it said. */
const longestRetryAfterMs = 10 * 60_000;

/** First and longest wait of the back-off. An endpoint that is only busy is given more time. */
const firstWaitMs = 1_000;
const longestWaitMs = 60_000;
const longestBusyWaitMs = 5 * 60_000;

/** Faults that say nothing about the turn: they do not count as attempts at it. */
const turnedAway: readonly FaultCode[] = ["bad_key", "no_quota", "no_model", "rate_limited", "overloaded"];

/** Faults by which an agent, or a filter in front of it, declines the task. */
const refusals: readonly FaultCode[] = ["refused", "content_filtered"];

/** A role is asked, and once more in other words. The fallback is asked in those words at once. */
const refusalsBeforeFallback = 2;

/**
 * The one retry policy. Given the turn that is due and the attempts made for it so far, says whether to
 * ask (plainly, or differently after a bad reply), to wait, or to give up with a named outcome.
 */
export function retry(plan: Plan, due: Due, allFaults: readonly Fault[]): Step {
  const made = allFaults.filter((fault) => fault.seq === due.seq);
  const last = made.at(-1);
  const { by, faults } = answering(plan, made);
  const ask = askAfter(plan, due, by, faults);
  const spent = spentOf(plan, made);
  if (!last) return ask;

  switch (last.code) {
    case "cancelled":
      return finish("cancelled", null);
    case "budget":
      return finish("budget_spent", null);
    case "deadline":
      return finish("endpoint_failed", strings.reasons.deadline(made.at(-2)?.code ?? null));
    case "bad_request":
    case "too_long":
      return finish("endpoint_failed", strings.reasons[last.code](last.detail ?? null));
    case "bad_key":
    case "no_quota":
    case "no_model":
      return { kind: "wait", for: "endpoint", because: last.code, ask };
    case "rate_limited":
    case "overloaded":
      return wait(plan, ask, faults, last, longestBusyWaitMs);
    case "lost":
      // The worker died, not the endpoint: there is nothing to wait for.
      return spent ? finish("endpoint_failed", strings.reasons.spent[spent](last.code)) : ask;
    case "timeout":
    case "network":
    case "server_error":
    case "cut_reply":
      return spent
        ? finish("endpoint_failed", strings.reasons.spent[spent](last.code))
        : wait(plan, ask, faults, last, longestWaitMs);
    case "bad_json":
      return spent || count(faults, ["bad_json"]) > 1 ? finish("unparseable", last.detail ?? null) : ask;
    case "refused":
    case "content_filtered":
      return spent || count(faults, refusals) >= (by === "fallback" ? 1 : refusalsBeforeFallback)
        ? finish("agent_refused", refusalOf(plan, due, by, made))
        : ask;
    case "truncated":
      return spent || count(faults, ["truncated"]) > 1 || ask.maxOutputTokens === limitOf(plan, ask)
        ? finish("truncated", strings.reasons.truncated(ask.maxOutputTokens))
        : ask;
  }
}

function refusalOf({ recipe }: Plan, { role }: Due, by: Answerer, made: readonly Fault[]): string {
  const { name } = answererOf(recipe, { role, by: "role" });
  const isFiltered = made.at(-1)?.code === "content_filtered";
  return strings.reasons.refused({ name, by, isFiltered, times: count(made, refusals) });
}

/** Who answers, and what went wrong with their replies: the fallback begins anew, as the fault was not its own. */
function answering({ recipe }: Plan, made: readonly Fault[]): { by: Answerer; faults: readonly Fault[] } {
  const refused = made.flatMap(({ code }, index) => (refusals.includes(code) ? [index] : []));
  const last = refused[refusalsBeforeFallback - 1];
  if (recipe.fallback === null || last === undefined) return { by: "role", faults: made };
  return { by: "fallback", faults: made.slice(last + 1) };
}

/** How to ask, given everything that went wrong with this turn's replies before. */
function askAfter(plan: Plan, due: Due, by: Answerer, faults: readonly Fault[]): Ask {
  const limit = limitOf(plan, { ...due, by });
  const wasTruncated = count(faults, ["truncated"]) > 0;
  const unread = faults.findLast((fault) => fault.code === "bad_json");
  return {
    ...due,
    kind: "ask",
    by,
    maxOutputTokens: wasTruncated ? Math.max(limit, plan.recipe.budgets.largestOutputTokens) : limit,
    reframe: by === "fallback" || count(faults, refusals) > 0,
    repair: unread ? { fault: unread.detail ?? "", raw: unread.raw ?? "" } : null,
  };
}

/** The larger of what the endpoint asked for and our own back-off, both spread so that many do not return at once. */
function wait(plan: Plan, ask: Ask, faults: readonly Fault[], last: Fault, longest: number): Step {
  const failures = count(faults, [
    "rate_limited",
    "overloaded",
    "timeout",
    "network",
    "server_error",
    "cut_reply",
  ]);
  const spread = fraction(plan.seed, ask.seq, faults.length);
  const backOff = Math.min(firstWaitMs * 2 ** (failures - 1), longest) * (0.5 + spread / 2);
  const asked = Math.min(last.retryAfterMs ?? 0, longestRetryAfterMs) * (1 + spread / 10);
  return {
    kind: "wait",
    for: "time",
    ms: Math.round(Math.max(backOff, asked)),
    because: last.code,
    ask,
  };
}

/** What the turn has used up of what the recipe gives it; null while there is some left of both. */
function spentOf(plan: Plan, faults: readonly Fault[]): "attempts" | "time" | null {
  if (counted(faults).length >= plan.recipe.budgets.attemptsPerTurn) return "attempts";
  return turnTimeLeft(plan, faults) <= 0 ? "time" : null;
}

/** Milliseconds in calls that are left for a turn after these attempts at it. Waiting does not count. */
export function turnTimeLeft({ recipe }: Pick<Plan, "recipe">, faults: readonly Fault[]): number {
  const inCalls = counted(faults).reduce((total, { latencyMs = 0 }) => total + latencyMs, 0);
  return recipe.budgets.turnSeconds * 1_000 - inCalls;
}

function counted(faults: readonly Fault[]): Fault[] {
  return faults.filter((fault) => !turnedAway.includes(fault.code));
}

function limitOf({ recipe }: Plan, asked: { role: string; by: Answerer }): number {
  return answererOf(recipe, asked).sampling.maxOutputTokens;
}

function count(faults: readonly Fault[], codes: readonly FaultCode[]): number {
  return faults.filter((fault) => codes.includes(fault.code)).length;
}

function finish(outcome: Outcome, reason: string | null): Finish {
  return { kind: "finish", outcome, reason };
}
