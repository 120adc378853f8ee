"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlStyle } from "./control-style.ts";
import { cx } from "./cx.ts";
import { useFieldControl } from "./field-context.ts";

export type SelectOption = { value: string; label: string; disabled?: boolean };

type SelectProps = ComponentProps<"select"> & {
  /** Choices in order; `<option>` and `<optgroup>` children work as well. */
  options?: readonly SelectOption[];
  /** A first, empty choice with this text. */
  placeholder?: string;
};

/** The platform's own select, so that it works with every keyboard, phone and screen reader. */
export function Select({ options, placeholder, className, children, ...rest }: SelectProps) {
  const field = useFieldControl();
  return (
    <span className={cx("relative block", className)}>
      <select
        {...field}
        {...rest}
        className={cx(controlStyle, "h-8.5 appearance-none truncate pr-8 pl-2.5 pointer-coarse:h-10.5")}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options?.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 z-2 size-4 -translate-y-1/2 text-ink-3"
      />
    </span>
  );
}
