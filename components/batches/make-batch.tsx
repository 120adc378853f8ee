"use client";

import { useState } from "react";
import { toast } from "sonner";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { batchLimit, type NewBatch } from "#lib/domain/review/batch.ts";
import type { QueueChoice } from "#lib/domain/review/queue-choice.ts";
import { batchStrings as strings } from "#lib/domain/strings/batches.ts";

type MakeBatchProps = {
  slug: string;
  /** The list that it is made of. */
  choice: QueueChoice;
  reviewers: readonly { userId: string; name: string }[];
  make: ServerAction<Omit<NewBatch, "size"> & { slug: string; size: string }, { records: number }>;
};

/** Makes a batch of the first records of the list. */
export function MakeBatch({ slug, choice, reviewers, make }: MakeBatchProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={strings.makeTitle}
      description={strings.makeText}
      trigger={<Button size="sm">{strings.make}</Button>}
    >
      <ActionForm
        action={make}
        read={(entered) => ({
          slug,
          name: String(entered.get("name")),
          dueOn: String(entered.get("dueOn")),
          size: String(entered.get("size")),
          people: entered.getAll("people").map(String),
          order: choice.order,
          filter: choice.filter,
        })}
        onDone={({ records }) => {
          setOpen(false);
          toast.success(strings.made(records));
        }}
      >
        <Field label={strings.name} name="name" required>
          <Input name="name" maxLength={80} autoComplete="off" />
        </Field>
        <div className="grid grid-cols-2 gap-4">
          <Field label={strings.size} name="size" required>
            <Input name="size" type="number" min={1} max={batchLimit} defaultValue={20} />
          </Field>
          <Field label={strings.dueOn} name="dueOn" required>
            <Input name="dueOn" type="date" />
          </Field>
        </div>
        <Field label={strings.people} name="people" group required>
          <div className="grid gap-2">
            {reviewers.map(({ userId, name }) => (
              <Checkbox key={userId} id={userId} name="people" value={userId} label={name} />
            ))}
          </div>
        </Field>
        <SubmitButton className="justify-self-end">{strings.make}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
