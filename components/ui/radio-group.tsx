"use client";

import { type ReactNode, useId } from "react";
import { cx } from "./cx.ts";
import { useFieldGroup } from "./field-context.ts";

export type RadioOption<Value extends string> = {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
};

type RadioGroupProps<Value extends string> = {
  /** The group's accessible name; inside a Field the field's label is used. */
  label?: string;
  name?: string;
  options: readonly RadioOption<Value>[];
  value?: Value;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  className?: string;
};

/** A few exclusive choices under one another, each with room for a sentence. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, options, value, defaultValue, onValueChange, className } = props;
  const field = useFieldGroup();
  const ownName = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      {...field.attributes}
      className={cx("grid gap-2 py-0.5", className)}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className="flex w-fit max-w-full cursor-pointer items-start gap-2.5 text-sm has-disabled:cursor-not-allowed has-disabled:opacity-60"
        >
          <input
            type="radio"
            name={props.name ?? field.name ?? ownName}
            value={option.value}
            disabled={option.disabled}
            onChange={() => onValueChange?.(option.value)}
            {...(value === undefined
              ? { defaultChecked: option.value === defaultValue }
              : { checked: option.value === value })}
            className="mt-0.5 size-4.5 shrink-0 appearance-none rounded-full border border-line-strong bg-surface transition-[border-width] duration-100 checked:border-[5.5px] checked:border-accent pointer-coarse:size-5.5"
          />
          <span className="min-w-0">
            {option.label}
            {option.hint != null && <span className="block text-xs text-ink-3">{option.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
