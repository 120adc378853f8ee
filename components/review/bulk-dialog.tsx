"use client";

import { useState } from "react";
import { toast } from "sonner";
import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import {
  type BulkKind,
  type BulkOrder,
  type BulkPreview,
  type BulkResult,
  bulkLimit,
} from "#lib/domain/review/bulk.ts";
import type { QueueChoice } from "#lib/domain/review/queue-choice.ts";
import { bulkStrings as strings } from "#lib/domain/strings/bulk.ts";
import { offerUndo } from "./undo.ts";

export type BulkActions = {
  preview: ServerAction<{ slug: string; kind: BulkKind; choice: QueueChoice }, BulkPreview>;
  apply: ServerAction<BulkOrder & { slug: string }, BulkResult>;
  undo: ServerAction<{ slug: string; id: string }, { undone: number; of: number }>;
};

type BulkDialogProps = { slug: string; kind: BulkKind; choice: QueueChoice; actions: BulkActions };

/** Does something to all records of the list, after it has said to which and to which not. */
export function BulkDialog({ slug, kind, choice, actions }: BulkDialogProps) {
  const [seen, setSeen] = useState<BulkPreview | null>(null);
  const look = useAction(actions.preview, { onDone: setSeen });
  return (
    <>
      <Button size="sm" busy={look.busy} onClick={() => look.run({ slug, kind, choice })}>
        {strings.open[kind]}
      </Button>
      <span aria-live="polite" className="text-xs text-bad empty:hidden">
        {look.refusal?.message}
      </span>
      {seen && (
        <ConfirmDialog
          open
          onOpenChange={() => setSeen(null)}
          title={strings.title[kind]}
          description={<Preview kind={kind} seen={seen} />}
          confirm={strings.confirm(kind, seen.touched.length)}
          danger={kind === "withdraw"}
          onConfirm={async (entered) => {
            const done = await actions.apply({
              slug,
              kind,
              refs: seen.touched,
              reason: String(entered.get("reason") ?? ""),
              again: entered.get("again") !== null,
            });
            if (done.ok) offerUndo(strings.done[kind](done.value.touched), () => takeBack(done.value.id));
            return done;
          }}
        >
          <Field label={strings.reason} name="reason" required>
            <Textarea name="reason" rows={2} maxLength={500} />
          </Field>
          {kind === "withdraw" && <Checkbox name="again" defaultChecked label={strings.again} />}
        </ConfirmDialog>
      )}
    </>
  );

  async function takeBack(id: string) {
    const outcome = await actions.undo({ slug, id });
    if (outcome.ok) {
      const { undone, of } = outcome.value;
      toast(undone === of ? strings.undone(of) : strings.partlyUndone(undone, of));
    }
    return outcome;
  }
}

function Preview({ kind, seen }: { kind: BulkKind; seen: BulkPreview }) {
  const { touched, leftOut, more, inSnapshots } = seen;
  return (
    <div className="grid gap-2.5">
      {touched.length === 0 ? (
        <Notice tone="warn">{strings.nothing}</Notice>
      ) : (
        <Refs summary={strings.touched(touched.length)} lines={[touched.join(", ")]} />
      )}
      {leftOut.length > 0 && (
        <Refs
          summary={strings.leftOut(leftOut.length)}
          lines={leftOut.map(({ ref, because }) => `${ref}: ${strings.because[because]}`)}
        />
      )}
      {more && <p>{strings.more(bulkLimit)}</p>}
      {inSnapshots > 0 && <p>{strings.inSnapshots(inSnapshots)}</p>}
      <p>{strings.after[kind]}</p>
    </div>
  );
}

function Refs({ summary, lines }: { summary: string; lines: readonly string[] }) {
  return (
    <details>
      <summary className="cursor-pointer font-medium text-ink">{summary}</summary>
      <ul className="mt-1 max-h-40 overflow-y-auto text-xs tabular-nums">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
