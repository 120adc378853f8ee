/** The one named end of a deliberation. `completed` is for kinds without rounds. */
export const outcomes = [
  "consensus",
  "rounds_spent",
  "completed",
  "agent_refused",
  "unparseable",
  "truncated",
  "budget_spent",
  "endpoint_failed",
  "cancelled",
] as const;

export type Outcome = (typeof outcomes)[number];

/** Whether a deliberation that ended so gave a chain of thought. */
export function gaveThoughts(outcome: Outcome): boolean {
  return outcome === "consensus" || outcome === "rounds_spent" || outcome === "completed";
}
