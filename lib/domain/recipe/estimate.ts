import { z } from "zod";
import { rolesOf } from "#lib/domain/deliberation/recipe.ts";
import { costOf, type Price } from "#lib/domain/endpoint/cost.ts";
import { type AssumedLength, assumedReply, assumedSubject } from "./assumed-reply.ts";
import { type Bound, passThrough } from "./passage.ts";
import { charactersOf, textOf, tokensIn } from "./size.ts";

const Range = z.object({ low: z.number(), high: z.number() });

export type Range = z.infer<typeof Range>;

const amounts = { calls: Range, tokensIn: Range, tokensOut: Range, costMicros: Range };

/** What a run may take, before it started. Kept with the run, to be held against what it took. */
export const RunEstimate = z.object({
  prompts: z.int(),
  /** In the order in which they first speak. */
  roles: z.array(z.object({ role: z.string(), name: z.string(), ...amounts })),
  total: z.object(amounts),
});

export type RunEstimate = z.infer<typeof RunEstimate>;

/** Who plays a role, as far as it costs. Roles of the same endpoint share what it keeps in its cache. */
export type PricedEndpoint = Price & { id: string; structuredOutputs: boolean };

type Amounts = { calls: number; tokensIn: number; tokensOut: number; costMicros: number };

const none: Amounts = { calls: 0, tokensIn: 0, tokensOut: 0, costMicros: 0 };

/**
 * What a run may take, from requests that are built as for a real one.
 *
 * Low: everybody agrees at once, replies are short, and the endpoint caches what a request repeats of the one before.
 * High: all rounds are spent, replies are long, nothing is cached. Calls that have to be repeated are in neither, nor is
 * the fallback, which is asked only after refusals.
 *
 * @param prompts how many, and the mean length of one in characters
 * @param cast endpoint by role key
 */
export function estimateRun(
  bound: Bound,
  prompts: { n: number; characters: number },
  cast: ReadonlyMap<string, PricedEndpoint>,
): RunEstimate {
  const low = amountsOf(bound, prompts, cast, "short");
  const high = amountsOf(bound, prompts, cast, "long");
  const roles = rolesOf(bound.recipe)
    .filter(({ key }) => low.has(key) || high.has(key))
    .map(({ key, name }) => ({ role: key, name, ...rangeOf(low.get(key) ?? none, high.get(key) ?? none) }));
  return { prompts: prompts.n, roles, total: rangeOf(sum([...low.values()]), sum([...high.values()])) };
}

/** Amounts by role, over all prompts. */
function amountsOf(
  bound: Bound,
  { n, characters }: { n: number; characters: number },
  cast: ReadonlyMap<string, PricedEndpoint>,
  length: AssumedLength,
): Map<string, Amounts> {
  const content = "x".repeat(Math.max(1, Math.round(characters)));
  const limits = new Map(rolesOf(bound.recipe).map(({ key, sampling }) => [key, sampling.maxOutputTokens]));
  const passed = passThrough(
    bound,
    { prompt: [{ role: "user", content }], judged: assumedSubject(length), rival: assumedSubject(length) },
    ({ stage }, _, turns) => assumedReply(length, stage, bound, turns),
  );
  const byRole = new Map<string, Amounts>();
  const before = new Map<string, string>();
  for (const { step, request, reply } of passed) {
    const endpoint = cast.get(step.role);
    if (!endpoint) continue;
    const text = textOf(request);
    const shared = length === "short" ? commonBeginning(text, before.get(endpoint.id) ?? "") : 0;
    before.set(endpoint.id, text);
    const usage = {
      tokensIn: tokensIn(charactersOf(request, endpoint.structuredOutputs)),
      tokensCached: tokensIn(shared),
      tokensOut: Math.min(tokensIn(JSON.stringify(reply).length), limits.get(step.role) ?? 0),
    };
    const cost = costOf(endpoint, usage, usage);
    const one = { calls: 1, tokensIn: usage.tokensIn, tokensOut: usage.tokensOut, costMicros: cost };
    byRole.set(step.role, sum([byRole.get(step.role) ?? none, times(one, n)]));
  }
  return byRole;
}

function commonBeginning(one: string, other: string): number {
  const longest = Math.min(one.length, other.length);
  let length = 0;
  while (length < longest && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
}

function times(one: Amounts, n: number): Amounts {
  return {
    calls: one.calls * n,
    tokensIn: one.tokensIn * n,
    tokensOut: one.tokensOut * n,
    costMicros: one.costMicros * n,
  };
}

function sum(all: readonly Amounts[]): Amounts {
  return all.reduce(
    (total, one) => ({
      calls: total.calls + one.calls,
      tokensIn: total.tokensIn + one.tokensIn,
      tokensOut: total.tokensOut + one.tokensOut,
      costMicros: total.costMicros + one.costMicros,
    }),
    none,
  );
}

function rangeOf(low: Amounts, high: Amounts): RunEstimate["total"] {
  return {
    calls: { low: low.calls, high: high.calls },
    tokensIn: { low: low.tokensIn, high: high.tokensIn },
    tokensOut: { low: low.tokensOut, high: high.tokensOut },
    costMicros: { low: low.costMicros, high: high.costMicros },
  };
}
