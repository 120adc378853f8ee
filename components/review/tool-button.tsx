import type { ComponentProps } from "react";
import { cx } from "#components/ui/cx.ts";

/** A quiet button in a line of text: something that can be done to what the line is about. */
export function ToolButton({
  accent = false,
  className,
  ...rest
}: ComponentProps<"button"> & { accent?: boolean }) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(
        "inline-flex min-h-6 items-center gap-1.5 rounded-sm font-medium underline-offset-3 hover:underline",
        accent ? "text-accent" : "text-ink-2 hover:text-ink",
        className,
      )}
    />
  );
}
