import type { RecordStatus } from "#lib/domain/record/status.ts";
import type { Decision } from "./draft.ts";

/** A submitted review as routing sees it: its decision, and the hash of the text that the decision is about. */
export type Reading = { decision: Decision; contentHash: string };

/** What becomes of a record by the reviews of its round. */
export type Route =
  /** Slots are still to be filled. */
  | { kind: "open" }
  /** All said the same of the same text. */
  | { kind: "agreed"; decision: Decision }
  /** Decisions or texts differ: a lead has to decide. */
  | { kind: "differing" }
  /** They differed, and somebody who had no part in it decided. */
  | { kind: "adjudicated"; decision: Decision };

/**
 * Routes a round. Nothing follows before every slot is filled; then all must agree, on the decision and on the
 * text that it is about. Where they do not, an adjudication decides; without a difference there is none.
 *
 * @param readings the standing submitted reviews of the round, withdrawn ones left out
 * @param ruling what a standing adjudication of the round decided
 */
export function routeOf(slots: number, readings: readonly Reading[], ruling: Decision | null = null): Route {
  const [first, ...others] = readings;
  if (!first || readings.length < slots) return { kind: "open" };
  const agree = others.every(
    ({ decision, contentHash }) => decision === first.decision && contentHash === first.contentHash,
  );
  if (agree) return { kind: "agreed", decision: first.decision };
  return ruling === null ? { kind: "differing" } : { kind: "adjudicated", decision: ruling };
}

/** Status of a record whose round was routed. */
export function statusOfRoute(route: Exclude<Route, { kind: "open" }>): RecordStatus {
  if (route.kind === "differing") return "needs_adjudication";
  return ({ approve: "approved", reject: "rejected", request_changes: "changes_requested" } as const)[
    route.decision
  ];
}

/** Why a round was opened. */
export type Opening = "first" | "changes_requested" | "policy_changed";

/**
 * Status of a record whose round is open. Who works on it shows only in first rounds: *stale* and *changes
 * requested* say more than *in review*.
 *
 * @param taken whether a slot is claimed or filled
 */
export function openStatusOf(opening: Opening, taken: boolean): RecordStatus {
  if (opening === "changes_requested") return "changes_requested";
  if (opening === "policy_changed") return "stale";
  return taken ? "in_review" : "awaiting_review";
}
