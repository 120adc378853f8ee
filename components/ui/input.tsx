"use client";

import type { ComponentProps } from "react";
import { controlStyle } from "./control-style.ts";
import { cx } from "./cx.ts";
import { useFieldControl } from "./field-context.ts";

type InputProps = ComponentProps<"input"> & {
  /** Monospace, for URLs, model names and keys. */
  mono?: boolean;
};

/** A one-line text input; inside a Field it takes the field's name, id and state. */
export function Input({ mono = false, className, ...rest }: InputProps) {
  const field = useFieldControl();
  return (
    <input
      type="text"
      {...field}
      {...rest}
      className={cx(controlStyle, "h-8.5 px-2.5 pointer-coarse:h-10.5", mono && "font-mono", className)}
    />
  );
}
