"use client";

import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { FormContext, type ServerAction, useAction } from "./action-state.ts";
import { cx } from "./cx.ts";
import { Notice } from "./notice.tsx";

type ActionFormProps<Input, Value> = {
  action: ServerAction<Input, Value>;
  /** Turns what was entered into the action's input; the action's schema checks it on the server. */
  read: (entered: FormData) => Input;
  onDone?: (value: Value) => void;
  /** The form's accessible name, where no heading gives one. */
  label?: string;
  className?: string;
  children: ReactNode;
};

/**
 * A form over one server action. It keeps what was entered, shows each field's error beside the field and the
 * message above the form, and says both to screen readers. Put a SubmitButton inside.
 */
export function ActionForm<Input, Value>(props: ActionFormProps<Input, Value>) {
  const { action, read, onDone, label, className, children } = props;
  const { run, busy, refusal } = useAction(action, { onDone });
  const alert = useRef<HTMLDivElement>(null);

  // Leads to what has to be mended, which may be far above the button that was pressed.
  useEffect(() => {
    if (!refusal) return;
    const atFault = alert.current?.closest("form")?.querySelector<HTMLElement>("[aria-invalid=true]");
    if (atFault) atFault.focus();
    else alert.current?.scrollIntoView({ block: "nearest" });
  }, [refusal]);

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!busy) run(read(new FormData(event.currentTarget)));
  }

  return (
    <FormContext value={{ busy, refusal }}>
      <form noValidate aria-label={label} onSubmit={handleSubmit} className={cx("grid gap-4.5", className)}>
        {refusal && (
          <div ref={alert} role="alert">
            <Notice tone="bad">{refusal.message}</Notice>
          </div>
        )}
        {children}
      </form>
    </FormContext>
  );
}
