"use client";

import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { useRoom } from "./room-context.tsx";

const { withdraw: strings } = roomStrings;

/** Withdraws the approval of the record, with a reason. */
export function WithdrawButton() {
  const { room, actions } = useRoom();
  return (
    <ConfirmDialog
      trigger={<Button size="lg">{strings.open}</Button>}
      title={strings.title}
      description={strings.description}
      confirm={strings.confirm}
      danger
      onConfirm={(entered) =>
        actions.withdraw({
          slug: room.project.slug,
          ref: room.record.ref,
          reason: String(entered.get("reason") ?? ""),
          again: entered.get("again") !== null,
        })
      }
    >
      <Field label={strings.reason} name="reason" required>
        <Textarea name="reason" rows={2} />
      </Field>
      <Checkbox name="again" defaultChecked label={strings.again} />
    </ConfirmDialog>
  );
}
