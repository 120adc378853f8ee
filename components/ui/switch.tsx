"use client";

import { Switch as Radix } from "radix-ui";
import { type ReactNode, useId } from "react";
import { cx } from "./cx.ts";
import { useFieldControl } from "./field-context.ts";

type SwitchProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** In a form, sent as `on` while switched on. */
  name?: string;
  checked?: boolean;
  defaultChecked?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  disabled?: boolean;
  className?: string;
};

/** Something that is on or off and takes effect at once. */
export function Switch({ label, hint, className, ...rest }: SwitchProps) {
  const { name, id: fieldId } = useFieldControl();
  const ownId = useId();
  const id = fieldId ?? ownId;
  const hintId = `${id}-switch-hint`;
  return (
    <div className={cx("flex items-start justify-between gap-4 text-sm", className)}>
      <label htmlFor={id} className="cursor-pointer">
        {label}
        {hint != null && (
          <span id={hintId} className="block text-xs text-ink-3">
            {hint}
          </span>
        )}
      </label>
      <Radix.Root
        id={id}
        name={name}
        aria-describedby={hint != null ? hintId : undefined}
        {...rest}
        className="mt-px h-5.5 w-9.5 shrink-0 rounded-full border border-line-strong bg-sunken transition-colors duration-100 disabled:opacity-60 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <Radix.Thumb className="block size-3.5 translate-x-[3px] rounded-full bg-line-strong transition-transform duration-100 data-[state=checked]:translate-x-[19px] data-[state=checked]:bg-accent-ink" />
      </Radix.Root>
    </div>
  );
}
