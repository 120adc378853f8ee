import type { Decision } from "#lib/domain/review/draft.ts";

/** The colour that goes with the word. */
export const decisionTones = {
  approve: "ok",
  request_changes: "warn",
  reject: "bad",
} as const satisfies Record<Decision, string>;
