"use client";

import { type ReactNode, useId } from "react";
import { cx } from "./cx.ts";
import { useFieldGroup } from "./field-context.ts";
import { Kbd } from "./kbd.tsx";
import type { Tone } from "./tone.ts";

export type Segment<Value extends string> = {
  value: Value;
  label: ReactNode;
  /** The colour of the segment when chosen; the accent if not given. */
  tone?: Tone;
  /** The key that chooses it, shown on it. */
  shortcut?: string;
  disabled?: boolean;
};

type SegmentedProps<Value extends string> = {
  /** The group's accessible name; inside a Field the field's label is used. */
  label?: string;
  name?: string;
  options: readonly Segment<Value>[];
  /** null while nothing is chosen; leave out and give `defaultValue` for a form to read it. */
  value?: Value | null;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  disabled?: boolean;
  className?: string;
};

const chosen: Record<Tone, string> = {
  neutral: "has-checked:bg-sunken has-checked:text-ink",
  accent: "has-checked:bg-accent-soft has-checked:text-accent",
  ok: "has-checked:bg-ok-soft has-checked:text-ok",
  warn: "has-checked:bg-warn-soft has-checked:text-warn",
  bad: "has-checked:bg-bad-soft has-checked:text-bad",
};

/** A few exclusive choices in one line; radio buttons underneath, so arrow keys, forms and screen readers work. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, options, value, defaultValue, onValueChange, disabled, className } = props;
  const field = useFieldGroup();
  const ownName = useId();
  const name = props.name ?? field.name ?? ownName;
  return (
    <div
      role="radiogroup"
      aria-label={label}
      {...field.attributes}
      className={cx(
        "inline-flex w-fit max-w-full flex-wrap gap-px overflow-hidden rounded-md border border-line-strong bg-line text-xs has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
        className,
      )}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className={cx(
            "relative flex grow cursor-pointer items-center justify-center gap-1.5 bg-surface px-2.5 py-1 whitespace-nowrap text-ink-2 transition-colors duration-100 hover:bg-sunken has-checked:font-[550] has-disabled:cursor-not-allowed has-disabled:opacity-60 pointer-coarse:min-h-9",
            chosen[option.tone ?? "accent"],
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            disabled={disabled || option.disabled}
            aria-keyshortcuts={option.shortcut}
            className="absolute inset-0 cursor-[inherit] opacity-0"
            onChange={() => onValueChange?.(option.value)}
            // What was chosen for somebody is confirmed by choosing it; a radio that is on tells of no change.
            onClick={() => option.value === value && onValueChange?.(option.value)}
            {...(value === undefined
              ? { defaultChecked: option.value === defaultValue }
              : { checked: option.value === value })}
          />
          {option.label}
          {option.shortcut && <Kbd>{option.shortcut}</Kbd>}
        </label>
      ))}
    </div>
  );
}
