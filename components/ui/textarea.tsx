"use client";

import type { ComponentProps, InputEvent } from "react";
import { controlStyle } from "./control-style.ts";
import { cx } from "./cx.ts";
import { useFieldControl } from "./field-context.ts";

type TextareaProps = ComponentProps<"textarea"> & {
  /** `read` for content (thoughts, responses, policies), `mono` for data; the tool's own voice otherwise. */
  voice?: "ui" | "read" | "mono";
};

const voices = {
  ui: "",
  read: "font-read text-read pointer-coarse:text-read",
  mono: "font-mono text-sm",
};

/** A text area that grows with what is written; give a max height by class where it must not push the page. */
export function Textarea({ voice = "ui", rows = 3, className, onInput, ...rest }: TextareaProps) {
  const field = useFieldControl();
  function handleInput(event: InputEvent<HTMLTextAreaElement>) {
    growWithoutFieldSizing(event.currentTarget);
    onInput?.(event);
  }
  return (
    <textarea
      rows={rows}
      {...field}
      {...rest}
      onInput={handleInput}
      style={{ minHeight: `calc(${rows}lh + 1.125rem)`, ...rest.style }}
      className={cx(controlStyle, "field-sizing-content resize-y px-2.5 py-2", voices[voice], className)}
    />
  );
}

/** Browsers without `field-sizing` get the height set by hand. */
function growWithoutFieldSizing(area: HTMLTextAreaElement) {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}
