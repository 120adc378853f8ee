"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useContext, useId } from "react";
import { commonStrings } from "#lib/domain/strings/common.ts";
import { FormContext } from "./action-state.ts";
import { cx } from "./cx.ts";
import { FieldContext } from "./field-context.ts";

type FieldProps = {
  label: ReactNode;
  /** The control's form name; inside an ActionForm it also picks the field's errors. */
  name?: string;
  hint?: ReactNode;
  required?: boolean;
  /** Says “optional” beside the label. */
  optional?: boolean;
  /** For radios and segments, which are named as a group and not as one control. */
  group?: boolean;
  className?: string;
  children: ReactNode;
};

/** A label, its control, a hint and what is wrong, tied together by id. */
export function Field(props: FieldProps) {
  const { label, name, hint, required = false, optional, group, className, children } = props;
  const { refusal } = useContext(FormContext);
  const id = useId();
  const [labelId, hintId, errorId] = [`${id}-label`, `${id}-hint`, `${id}-error`];
  const errors = (name && refusal?.fields?.[name]) || [];
  const describedBy = cx(hint != null && hintId, errors.length > 0 && errorId) || undefined;
  const labelStyle = "text-sm font-medium text-ink";

  return (
    <div className={cx("grid content-start gap-1.5", className)}>
      <div className="flex items-baseline gap-2">
        {group ? (
          <span id={labelId} className={labelStyle}>
            {label}
          </span>
        ) : (
          <label id={labelId} htmlFor={id} className={labelStyle}>
            {label}
          </label>
        )}
        {optional && <span className="text-xs text-ink-3">{commonStrings.optional}</span>}
      </div>
      <FieldContext value={{ id, name, labelId, describedBy, invalid: errors.length > 0, required }}>
        {children}
      </FieldContext>
      {hint != null && (
        <div id={hintId} className="text-xs text-ink-3">
          {hint}
        </div>
      )}
      {errors.length > 0 && (
        <div id={errorId} className="flex gap-1.5 text-xs font-medium text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span>{errors.join(" ")}</span>
        </div>
      )}
    </div>
  );
}
