import type { RefObject } from "react";
import { leastReported, type SeenTime } from "#components/exposure/seen-time.ts";
import { send } from "#components/ui/send.ts";
import type { Outcome } from "#lib/domain/outcome.ts";
import { RefusalAnswer } from "#lib/domain/refusal-answer.ts";
import type { ReviewDraft } from "#lib/domain/review/draft.ts";
import { ClaimState } from "#lib/domain/review/saved-draft.ts";
import { commonStrings } from "#lib/domain/strings/common.ts";
import { type SaveResult, saveResult } from "./save-result.ts";

export type Save = { baseRevisionId: string; version: number; content: ReviewDraft };

/** How the room speaks to the server between actions, in requests that outlive the page. */
export type DraftRequests = {
  save(save: Save): Promise<SaveResult>;
  /** A sign of life for the claim; null where the server was not reached or did not say. */
  beat(): Promise<ClaimState | "signed_out" | null>;
  /** Gives the claim back, as the page goes away. */
  release(): void;
  /** Tells how long the record could be read, as it goes out of sight; the claim stays as it is. */
  leave(): void;
};

/** Requests about one review, below the address of its project; signs of life tell how long it could be read. */
export function draftRequests(
  slug: string,
  reviewId: string,
  seen: RefObject<SeenTime | null>,
): DraftRequests {
  const base = `/api/projects/${slug}/review/${reviewId}`;
  return {
    async save(save) {
      return saveResult(await send(`${base}/draft`, "PUT", JSON.stringify(save)));
    },
    async beat() {
      const seconds = seen.current?.take() ?? null;
      const response = await send(`${base}/claim`, "POST", JSON.stringify({ seen: seconds }));
      if (!response?.ok && seconds) seen.current?.putBack(seconds);
      if (response?.status === 401) return "signed_out";
      if (!response?.ok) return null;
      return ClaimState.safeParse(await response.json().catch(() => null)).data ?? null;
    },
    release() {
      void send(`${base}/claim`, "DELETE", JSON.stringify({ seen: seen.current?.take() ?? null }));
    },
    async leave() {
      const seconds = seen.current?.take() ?? 0;
      if (seconds < leastReported) return;
      const response = await send(`${base}/seen`, "POST", JSON.stringify({ seen: seconds }));
      if (!response?.ok) seen.current?.putBack(seconds);
    },
  };
}

/** Signs in while the page stays as it is. */
export async function signInOver({
  email,
  password,
}: {
  email: string;
  password: string;
}): Promise<Outcome<void>> {
  const response = await send("/api/session", "POST", JSON.stringify({ email, password }));
  if (response?.ok) return { ok: true, value: undefined };
  const refusal = RefusalAnswer.safeParse(await response?.json().catch(() => null));
  const { code, message } = refusal.data?.error ?? { code: "unavailable", message: commonStrings.notReached };
  return { ok: false, code, message };
}
