"use client";

import { toast } from "sonner";
import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toastRefusal } from "#components/ui/toast-refusal.ts";
import type { RunStatus } from "#lib/domain/run/view.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";

export type RunControlActions = {
  pause: ServerAction<{ runId: string }, unknown>;
  resume: ServerAction<{ runId: string }, unknown>;
  cancel: ServerAction<{ runId: string }, unknown>;
  retry: ServerAction<{ runId: string }, { retried: number }>;
};

/** Pause, resume, cancel, retry: only what the run's state allows. */
export function RunControls({
  runId,
  status,
  open,
  failed,
  actions,
}: {
  runId: string;
  status: RunStatus;
  open: number;
  failed: number;
  actions: RunControlActions;
}) {
  const pause = useAction(actions.pause, { onRefused: toastRefusal });
  const resume = useAction(actions.resume, { onRefused: toastRefusal });
  const retry = useAction(actions.retry, {
    onRefused: toastRefusal,
    onDone: ({ retried }) => toast.success(strings.retried(retried)),
  });
  const active = status === "running" || status === "queued";
  return (
    <div className="flex flex-wrap gap-2">
      {failed > 0 && status !== "paused" ? (
        <Button size="sm" busy={retry.busy} onClick={() => retry.run({ runId })}>
          {strings.retry}
        </Button>
      ) : null}
      {active ? (
        <Button size="sm" busy={pause.busy} onClick={() => pause.run({ runId })}>
          {strings.pause}
        </Button>
      ) : null}
      {status === "paused" ? (
        <Button size="sm" variant="primary" busy={resume.busy} onClick={() => resume.run({ runId })}>
          {strings.resume}
        </Button>
      ) : null}
      {active || status === "paused" ? (
        <ConfirmDialog
          trigger={
            <Button size="sm" variant="quiet">
              {strings.cancel}
            </Button>
          }
          title={strings.cancelTitle}
          description={strings.cancelText(open)}
          confirm={strings.cancelRun}
          dismiss={strings.keepRunning}
          onConfirm={() => actions.cancel({ runId })}
        />
      ) : null}
    </div>
  );
}
