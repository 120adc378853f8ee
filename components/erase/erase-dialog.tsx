"use client";

import { toast } from "sonner";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { eraseStrings as strings } from "#lib/domain/strings/erase.ts";

type EraseDialogProps = {
  kind: "prompt" | "record";
  id: string;
  /** What people call it, and what they have to type: `24`, or `12.184`. */
  name: string;
  erase: ServerAction<{ kind: "prompt" | "record"; id: string; reason: string }, unknown>;
};

/** Asks an admin for the reason and the number before content is erased for good. */
export function EraseDialog({ kind, id, name, erase }: EraseDialogProps) {
  return (
    <ConfirmDialog
      trigger={<Button variant="quiet">{strings.action[kind]}</Button>}
      title={strings.title[kind](name)}
      description={
        <>
          <p>{strings.what[kind]}</p>
          <p className="mt-2">{strings.stays}</p>
        </>
      }
      confirm={strings.action[kind]}
      danger
      name={name}
      onConfirm={(entered) => erase({ kind, id, reason: String(entered.get("reason") ?? "") })}
      onDone={() => toast.success(strings.done[kind](name))}
    >
      <Field label={strings.reason} name="reason" hint={strings.reasonHint} required>
        <Textarea rows={2} maxLength={500} />
      </Field>
    </ConfirmDialog>
  );
}
