"use client";

import { AlertDialog as Radix } from "radix-ui";
import { type FormEvent, type ReactNode, useState } from "react";
import type { Outcome } from "#lib/domain/outcome.ts";
import { commonStrings } from "#lib/domain/strings/common.ts";
import { FormContext, useAction } from "./action-state.ts";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";
import { Input } from "./input.tsx";
import { Notice } from "./notice.tsx";

type ConfirmDialogProps = {
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  /** What will happen and what stays. */
  description: ReactNode;
  /** The verb on the button: “Erase the prompt”. */
  confirm: string;
  /** The other button, where “Cancel” could be taken for the verb. */
  dismiss?: string;
  /** Asks for this name to be typed, for what cannot be undone. */
  name?: string;
  danger?: boolean;
  /** Fields the action needs, such as a reason; their values are in the FormData. */
  children?: ReactNode;
  onConfirm: (entered: FormData) => Promise<Outcome<unknown>>;
  onDone?: () => void;
};

/** Asks before something that is hard to undo; stays open with the reason when it was refused. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const open = props.open ?? ownOpen;
  const setOpen = props.onOpenChange ?? setOwnOpen;
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      {props.trigger != null && <Radix.Trigger asChild>{props.trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 grid animate-fade place-items-center overflow-y-auto bg-scrim p-4">
          <Radix.Content className="w-full max-w-md animate-rise rounded-xl border border-line bg-surface px-5 py-4.5 shadow-float outline-none">
            <Radix.Title className="font-read text-lg font-semibold break-words">{props.title}</Radix.Title>
            <Radix.Description asChild>
              <div className="mt-1.5 text-sm text-ink-2">{props.description}</div>
            </Radix.Description>
            <ConfirmForm {...props} close={() => setOpen(false)} />
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}

function ConfirmForm(props: ConfirmDialogProps & { close: () => void }) {
  const { name, confirm, dismiss = commonStrings.cancel, danger = false } = props;
  const { children, onConfirm, onDone, close } = props;
  const [typed, setTyped] = useState("");
  const { run, busy, refusal } = useAction(onConfirm, {
    onDone: () => {
      close();
      onDone?.();
    },
  });
  const isNamed = name === undefined || typed.trim() === name;

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isNamed && !busy) run(new FormData(event.currentTarget));
  }

  return (
    <form noValidate onSubmit={handleSubmit} className="mt-4 grid gap-4">
      <FormContext value={{ busy, refusal }}>{children}</FormContext>
      {name !== undefined && (
        <Field label={commonStrings.sayName(name)}>
          <Input
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
      )}
      {refusal && (
        <div role="alert">
          <Notice tone="bad">{refusal.message}</Notice>
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-2.5">
        <Radix.Cancel asChild>
          <Button variant="quiet">{dismiss}</Button>
        </Radix.Cancel>
        <Button type="submit" variant={danger ? "danger" : "primary"} busy={busy} disabled={!isNamed}>
          {confirm}
        </Button>
      </div>
    </form>
  );
}
