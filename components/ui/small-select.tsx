import type { ComponentProps } from "react";
import { cx } from "./cx.ts";

/** The platform's own select, small enough to stand in a line of text. */
export function SmallSelect({ className, ...rest }: ComponentProps<"select">) {
  return (
    <select
      {...rest}
      className={cx(
        "rounded-chip border border-line-strong bg-surface py-0.5 pr-1 pl-1.5 text-xs text-ink-2 hover:border-ink-3 pointer-coarse:py-1.5",
        className,
      )}
    />
  );
}
