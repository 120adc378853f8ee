"use client";

import { useCallback, useEffect, useState } from "react";
import { offerUndo } from "#components/review/undo.ts";
import { useGoOn } from "#components/review/use-go-on.ts";
import type { ServerAction } from "#components/ui/action-state.ts";
import { agreedDraft } from "#lib/domain/adjudication/compose.ts";
import type { Dispute } from "#lib/domain/adjudication/view.ts";
import { ReviewDraft } from "#lib/domain/review/draft.ts";
import { adjudicationStrings as strings } from "#lib/domain/strings/adjudication.ts";

export type DisputeActions = {
  decide: ServerAction<{ slug: string; ref: string; roundId: string; content: ReviewDraft }, unknown>;
  undo: ServerAction<{ slug: string; roundId: string }, unknown>;
};

/** What the adjudicator puts together. It is kept in this browser until it is decided. */
export function useDispute(
  { slug, ref, roundId, base, readings, ...dispute }: Dispute,
  actions: DisputeActions,
) {
  const [draft, setDraft] = useState(() => dispute.draft ?? agreedDraft(base, readings));
  const { goOn, busy, refusal } = useGoOn();
  const key = `colloquy.adjudication.${roundId}`;

  useEffect(() => {
    const kept = readKept(key);
    if (kept) setDraft(kept);
  }, [key]);

  const change = useCallback(
    (edit: (draft: ReviewDraft) => ReviewDraft) =>
      setDraft((before) => {
        const after = edit(before);
        keep(key, after);
        return after;
      }),
    [key],
  );

  function decide() {
    if (busy) return;
    goOn(() => actions.decide({ slug, ref, roundId, content: draft }), {
      onGone() {
        localStorage.removeItem(key);
        offerUndo(strings.decidedToast(ref), () => actions.undo({ slug, roundId }));
      },
    });
  }

  return { draft, change, decide, busy, refusal };
}

/** Where the browser keeps nothing, what is put together lasts as long as its page. */
function keep(key: string, draft: ReviewDraft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {}
}

function readKept(key: string): ReviewDraft | null {
  try {
    return ReviewDraft.parse(JSON.parse(localStorage.getItem(key) ?? ""));
  } catch {
    // Nothing was kept, or by an older version of this page.
    return null;
  }
}
