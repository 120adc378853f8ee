"use client";

import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toastRefusal } from "#components/ui/toast-refusal.ts";
import type { EndpointView } from "#lib/domain/endpoint/view.ts";
import { endpointPageStrings as strings } from "#lib/domain/strings/endpoint-pages.ts";

export type EndpointControlActions = {
  start: ServerAction<{ id: string }, unknown>;
  stop: ServerAction<{ id: string }, unknown>;
  archive: ServerAction<{ id: string }, unknown>;
};

/** Stop, start, archive. */
export function EndpointControls({
  endpoint,
  actions,
}: {
  endpoint: EndpointView;
  actions: EndpointControlActions;
}) {
  const start = useAction(actions.start, { onRefused: toastRefusal });
  const stop = useAction(actions.stop, { onRefused: toastRefusal });
  if (endpoint.archived) return null;
  return (
    <>
      <ConfirmDialog
        trigger={<Button variant="quiet">{strings.archive}</Button>}
        title={strings.archiveTitle}
        description={strings.archiveText}
        confirm={strings.archive}
        onConfirm={() => actions.archive({ id: endpoint.id })}
      />
      {endpoint.state === "ready" ? (
        <Button busy={stop.busy} onClick={() => stop.run({ id: endpoint.id })}>
          {strings.stop}
        </Button>
      ) : (
        <Button variant="primary" busy={start.busy} onClick={() => start.run({ id: endpoint.id })}>
          {strings.start}
        </Button>
      )}
    </>
  );
}
