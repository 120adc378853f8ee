"use client";

import { unstable_rethrow } from "next/navigation";
import { useState, useTransition } from "react";
import type { Refusal } from "#components/ui/action-state.ts";
import type { Outcome } from "#lib/domain/outcome.ts";
import { commonStrings } from "#lib/domain/strings/common.ts";

type Way = {
  /** Whether the next record may be shown already; not where it is likely to be refused. */
  showsNext?: boolean;
  /** The action led to another page. */
  onGone?: () => void;
  onRefused?: (refusal: Refusal) => void;
};

/** Calls actions that lead on to another page when they succeed; what they refuse stays on this one. */
export function useGoOn() {
  const [busy, startTransition] = useTransition();
  const [showsNext, setShowsNext] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  function goOn(call: () => Promise<Outcome<unknown>>, { showsNext = false, onGone, onRefused }: Way = {}) {
    setRefusal(null);
    setShowsNext(showsNext);
    startTransition(async () => {
      const outcome = await call().catch((error: unknown) => {
        if (isNavigation(error)) {
          onGone?.();
          throw error;
        }
        return { ok: false, code: "unavailable", message: commonStrings.notReached } as const;
      });
      if (outcome.ok) return;
      startTransition(() => setRefusal(outcome));
      onRefused?.(outcome);
    });
  }

  return { goOn, busy, showsNext: busy && showsNext, refusal };
}

/** Whether what was thrown is Next.js on its way to another page. */
export function isNavigation(error: unknown): boolean {
  try {
    unstable_rethrow(error);
    return false;
  } catch {
    return true;
  }
}
