import { z } from "zod";
import { Finding } from "#lib/domain/checks/finding.ts";
import { heldReasons } from "#lib/domain/exposure/held.ts";
import { ReviewDraft } from "./draft.ts";

const lostReasons = [
  "assigned",
  "taken",
  "closed",
  "submitted",
  "policy_changed",
  "superseded",
  "withdrawn",
  ...heldReasons,
] as const;

/** Whether a claim still holds (until when, in ISO 8601), or why it does not. */
export const ClaimState = z.union([
  z.object({ until: z.iso.datetime() }),
  z.object({ lost: z.enum(lostReasons) }),
]);

export type ClaimState = z.infer<typeof ClaimState>;

/** What the server says to a save, with what the checks noticed in the thoughts it labels. Instants in ISO 8601. */
export const SavedDraft = z.object({
  version: z.int(),
  savedAt: z.iso.datetime(),
  claim: ClaimState,
  findings: z.array(Finding),
});

export type SavedDraft = z.infer<typeof SavedDraft>;

/** What is stored where a save was refused because the draft was saved elsewhere. */
export const DraftConflict = z.object({
  version: z.int(),
  savedAt: z.iso.datetime(),
  content: ReviewDraft,
});

export type DraftConflict = z.infer<typeof DraftConflict>;
