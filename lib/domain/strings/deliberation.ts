import type { FaultCode } from "#lib/domain/deliberation/fault.ts";
import type { Outcome } from "#lib/domain/deliberation/outcome.ts";
import type { RecipeKind } from "#lib/domain/deliberation/recipe.ts";
import type { Disposition, Intent, Label } from "#lib/domain/deliberation/reply.ts";
import type { Stage } from "#lib/domain/deliberation/stage.ts";

/** What a fault means, after "because" or in a list of attempts. */
const faults: Record<FaultCode, string> = {
  bad_key: "the endpoint did not accept the key",
  no_quota: "the account at the endpoint has no credit left",
  no_model: "the endpoint does not know the model",
  rate_limited: "the endpoint asked to slow down",
  overloaded: "the endpoint was overloaded",
  timeout: "the endpoint did not answer in time",
  network: "the endpoint could not be reached",
  server_error: "the endpoint failed",
  cut_reply: "the connection broke in the middle of the reply",
  lost: "the worker died during the call",
  bad_request: "the endpoint did not accept the request",
  too_long: "the request is longer than the model can read",
  bad_json: "the reply did not have the agreed shape",
  truncated: "the reply was cut off by the output limit",
  refused: "the agent declined to deliberate",
  content_filtered: "the endpoint's content filter held the reply back",
  deadline: "the deadline passed",
  cancelled: "the run was cancelled",
  budget: "the budget was spent",
};

/** One person or thing, or many, with the number in front. */
function many(n: number, one: string, more = `${one}s`): string {
  return `${n.toLocaleString("en")} ${n === 1 ? one : more}`;
}

function withDetail(sentence: string, detail: string | null): string {
  return detail ? `${sentence} ${detail}` : sentence;
}

/** Everything screens and outcomes say about a deliberation. */
export const deliberationStrings = {
  kinds: {
    deliberation: "Deliberation",
    baseline: "Baseline",
    grading: "Grading",
    belief: "Belief",
    evaluation: "Evaluation",
  } satisfies Record<RecipeKind, string>,

  stages: {
    intent: "Intent",
    initial: "Initial",
    deliberate: "Deliberate",
    refine: "Refine",
    baseline: "Baseline",
  } satisfies Record<Stage, string>,
  round: (round: number) => `Round ${round}`,

  outcomes: {
    consensus: "consensus",
    rounds_spent: "rounds spent",
    completed: "completed",
    agent_refused: "agent refused",
    unparseable: "unreadable reply",
    truncated: "reply cut off",
    budget_spent: "budget spent",
    endpoint_failed: "endpoint failed",
    cancelled: "cancelled",
  } satisfies Record<Outcome, string>,

  faults,

  labels: {
    sound: "sound",
    redundant: "redundant",
    repetitive: "repetitive",
    deceptive: "deceptive",
    policy_inconsistent: "wrong policy",
    unsupported: "unsupported",
  } satisfies Record<Label, string>,

  /** What a label means, for the people who give it. */
  labelMeanings: {
    sound: "True, needed, and in line with the clauses it cites.",
    redundant: "True, but the answer does not need it.",
    repetitive: "Says again what an earlier thought said.",
    deceptive: "Sounds reasonable and leads to a wrong conclusion, or hides what the response does.",
    policy_inconsistent: "Contradicts a clause, or cites one that does not say this.",
    unsupported: "Claims something that neither the prompt nor a clause supports.",
  } satisfies Record<Label, string>,

  dispositions: {
    comply: "complies",
    safe_alternative: "offers a safe alternative",
    refuse: "refuses",
  } satisfies Record<Disposition, string>,

  intentKinds: { explicit: "explicit", implicit: "implicit" } satisfies Record<Intent["kind"], string>,
  risks: { benign: "benign", ambiguous: "ambiguous", malicious: "malicious" } satisfies Record<
    Intent["risk"],
    string
  >,

  verdicts: { agree: "agrees", revise: "revises" },
  noClause: "cites no clause",
  replaces: (n: number) => (n === 1 ? "replaces an earlier thought" : `replaces ${n} earlier thoughts`),

  /** Why a deliberation ended without a chain of thought. Stored with the outcome. */
  reasons: {
    deadline: (cause: FaultCode | null) =>
      cause ? `The deadline passed; before that, ${faults[cause]}.` : "The deadline passed.",
    spent: (cause: FaultCode) => `All attempts at this turn are used up; the last time, ${faults[cause]}.`,
    bad_request: (detail: string | null) => withDetail("The endpoint did not accept the request.", detail),
    too_long: (detail: string | null) =>
      withDetail(
        "The request is longer than the model can read. Choose a model with a larger context.",
        detail,
      ),
    unparseable: (detail: string | null) =>
      withDetail("The reply did not have the agreed shape, even when asked again.", detail),
    refused: "The agent declined to deliberate, even when the task was put in other words.",
    content_filtered:
      "The endpoint's content filter held the reply back, even when the task was put in other words.",
    truncated: (limit: number) =>
      `The reply was cut off at ${many(limit, "output token")}. Raise the limit of this role in the recipe.`,
  },

  /** "Response: +1 sentence, −0". */
  responseChange: (added: number, removed: number) => `Response: +${many(added, "sentence")}, −${removed}`,
  responseUnchanged: "response unchanged",
} as const;
