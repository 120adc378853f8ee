"use client";

import { useState } from "react";
import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ImportView } from "#lib/domain/import/view.ts";
import { importPageStrings as strings } from "#lib/domain/strings/import-pages.ts";

type Which = { slug: string; number: number };
export type DecideActions = {
  confirm: ServerAction<Which & { leaveOutFaulty: boolean }, unknown>;
  cancel: ServerAction<Which, unknown>;
};

/**
 * Import it, or throw it away.
 *
 * @param isUnread whether what is on the screen is not what was read: another mapping was chosen since
 */
export function Decide({
  view,
  slug,
  actions,
  isUnread,
}: {
  view: ImportView;
  slug: string;
  actions: DecideActions;
  isUnread: boolean;
}) {
  const [leaveOutFaulty, setLeaveOut] = useState(false);
  const { run, busy, refusal } = useAction(actions.confirm);
  const which = { slug, number: view.number };
  return (
    <div className="sticky bottom-0 z-10 -mx-1 mt-6 max-sm:bottom-15 space-y-3 border-line border-t bg-paper px-1 py-4">
      <div aria-live="polite">{refusal ? <Notice tone="bad">{refusal.message}</Notice> : null}</div>
      <div className="flex flex-wrap items-center gap-3">
        {view.faulty > 0 ? (
          <Checkbox
            label={strings.leaveOut(view.faulty)}
            checked={leaveOutFaulty}
            onChange={(event) => setLeaveOut(event.target.checked)}
          />
        ) : null}
        {isUnread ? <p className="text-ink-2 text-sm">{strings.readAgainFirst}</p> : null}
        <div className="ml-auto flex gap-2.5">
          <ConfirmDialog
            trigger={<Button variant="quiet">{strings.cancel}</Button>}
            title={`${strings.cancel}?`}
            description={strings.cancelText}
            confirm={strings.cancel}
            onConfirm={() => actions.cancel(which)}
          />
          <Button
            variant="primary"
            busy={busy}
            disabled={isUnread || view.problem !== null || view.accepted === 0}
            onClick={() => run({ ...which, leaveOutFaulty })}
          >
            {strings.confirm(view.accepted)}
          </Button>
        </div>
      </div>
    </div>
  );
}
