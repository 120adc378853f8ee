import { RefusalAnswer } from "#lib/domain/refusal-answer.ts";
import { DraftConflict, SavedDraft } from "#lib/domain/review/saved-draft.ts";

/** What came of a save. */
export type SaveResult =
  | { kind: "saved"; saved: SavedDraft }
  | { kind: "conflict"; stored: DraftConflict | null; message: string }
  | { kind: "refused"; message: string }
  | { kind: "signed_out" }
  | { kind: "offline" };

/**
 * Reads the answer to a save. Something on the way may answer in the server's place, a gateway or the page of a network that
 * wants a sign-in: only what the server itself would say counts, and anything else is as if it was not reached.
 */
export async function saveResult(response: Response | null): Promise<SaveResult> {
  if (!response || response.status >= 500) return { kind: "offline" };
  if (response.status === 401) return { kind: "signed_out" };
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) {
    const saved = SavedDraft.safeParse(answer);
    return saved.success ? { kind: "saved", saved: saved.data } : { kind: "offline" };
  }
  const refusal = RefusalAnswer.safeParse(answer);
  if (!refusal.success) return { kind: "offline" };
  const { message, detail } = refusal.data.error;
  if (response.status !== 409) return { kind: "refused", message };
  return { kind: "conflict", stored: DraftConflict.safeParse(detail).data ?? null, message };
}
