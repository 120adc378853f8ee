import { z } from "zod";
import { type PairFault, saidFaults } from "./pair.ts";
import type { PairOrigin, PairStatus } from "./view.ts";

/** The two sides of a pair as it was made; which one stands first on a person's page is another matter. */
export const pairSides = ["selected", "rejected"] as const;

export type PairSide = (typeof pairSides)[number];

/** What a person says before they are told which side is which. */
export const BlindAnswer = z.enum(["first", "second", "neither"]);
export type BlindAnswer = z.infer<typeof BlindAnswer>;

/** What a person makes of a pair once they know. */
export const PairDecision = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("keep") }),
  z.object({ kind: z.literal("flip") }),
  z.object({ kind: z.literal("discard"), fault: z.enum(saidFaults) }),
]);
export type PairDecision = z.infer<typeof PairDecision>;

/** What a decision does to a pair. */
export type Judged = {
  decision: PairDecision;
  status: Exclude<PairStatus, "proposed">;
  fault: PairFault | null;
  flipped: boolean;
};

/**
 * What was said under a belief is never the side to prefer, whoever finds it better: to flip such a pair is to discard it,
 * because its rejected side was judged better. Where both sides are revisions they change places.
 */
export function judge(origin: PairOrigin, decision: PairDecision): Judged {
  if (decision.kind === "keep") return { decision, status: "kept", fault: null, flipped: false };
  if (decision.kind === "discard") {
    return { decision, status: "discarded", fault: decision.fault, flipped: false };
  }
  if (origin === "belief") return judge(origin, { kind: "discard", fault: "judged_better" });
  return { decision, status: "kept", fault: null, flipped: true };
}

/** Which side a blind answer names; null: neither. */
export function sideNamed(answer: BlindAnswer, first: PairSide): PairSide | null {
  if (answer === "neither") return null;
  return (answer === "first") === (first === "selected") ? "selected" : "rejected";
}
