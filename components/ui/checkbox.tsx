"use client";

import { Check } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "./cx.ts";
import { useFieldControl } from "./field-context.ts";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  /** Shown beside the box; without it give an `aria-label`. */
  label?: ReactNode;
  hint?: ReactNode;
};

/** A box to tick, with its label. */
export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  const field = useFieldControl();
  const hintId = useId();
  return (
    <label className={cx("flex w-fit items-start gap-2.5 text-sm has-disabled:opacity-60", className)}>
      <span className="relative mt-0.5 grid size-4.5 shrink-0 place-items-center pointer-coarse:size-5.5">
        <input
          type="checkbox"
          {...field}
          aria-describedby={hint != null ? hintId : field["aria-describedby"]}
          {...rest}
          className="peer absolute inset-0 appearance-none rounded-sm border border-line-strong bg-surface transition-colors duration-100 checked:border-accent checked:bg-accent aria-invalid:border-bad"
        />
        <Check
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none relative size-3.5 text-accent-ink opacity-0 peer-checked:opacity-100"
        />
      </span>
      {label != null && (
        <span>
          {label}
          {hint != null && (
            <span id={hintId} className="block text-xs text-ink-3">
              {hint}
            </span>
          )}
        </span>
      )}
    </label>
  );
}
