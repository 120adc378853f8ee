import type { FaultCode } from "#lib/domain/deliberation/fault.ts";
import type { Label } from "#lib/domain/deliberation/reply.ts";

/** What happened, to follow "the last time, …". */
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

function withDetail(sentence: string, detail: string | null): string {
  return detail ? `${sentence} ${detail}` : sentence;
}

/** The words for labels, and why deliberations end: what the domain itself has to say. */
export const deliberationStrings = {
  labels: {
    sound: "sound",
    redundant: "redundant",
    repetitive: "repetitive",
    deceptive: "deceptive",
    policy_inconsistent: "wrong policy",
    unsupported: "unsupported",
  } satisfies Record<Label, string>,

  /** What is wrong with a reply: told to the model once more, and to people with the attempt. */
  unread: {
    empty: "The reply is empty.",
    noObject: "The reply holds no JSON object.",
    broken: "The JSON is not complete or not valid.",
    declined: "The reply declines the task.",
  },

  /** Why a deliberation ended so, where its outcome does not say. Stored with the outcome. */
  reasons: {
    deadline: (cause: FaultCode | null) =>
      cause ? `The deadline passed; before that, ${faults[cause]}.` : "The deadline passed.",
    spent: {
      attempts: (cause: FaultCode) =>
        `All attempts at this turn are used up; the last time, ${faults[cause]}.`,
      time: (cause: FaultCode) => `The time for this turn is used up; the last time, ${faults[cause]}.`,
    },
    bad_request: (detail: string | null) => withDetail("The endpoint did not accept the request.", detail),
    too_long: (detail: string | null) =>
      withDetail(
        "The request is longer than the model can read. Choose a model with a larger context.",
        detail,
      ),
    /** @param times that the task was declined */
    refused: (declined: { name: string; by: "role" | "fallback"; isFiltered: boolean; times: number }) => {
      const { name, by, isFiltered, times } = declined;
      if (by === "fallback") {
        return isFiltered
          ? `${name} declined the task, and the content filter of the fallback endpoint held its reply back.`
          : `${name} declined the task, and the fallback endpoint declined it as well.`;
      }
      const again = times > 1 ? ", also when it was asked in other words" : "";
      return isFiltered
        ? `The content filter of ${name}'s endpoint held the reply back${again}.`
        : `${name} declined the task${again}.`;
    },
    truncated: (limit: number) =>
      `The limit was ${limit.toLocaleString("en")} output tokens. Raise it for this role in the recipe.`,
  },
} as const;
