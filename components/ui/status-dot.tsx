import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { solidTone, type Tone } from "./tone.ts";

type StatusDotProps = {
  tone?: Tone;
  /** Something is going on right now. */
  live?: boolean;
  /** The state in words; colour alone says nothing. */
  children: ReactNode;
};

/** A state in words with a dot before it: “Saved 12:03:05”, “running”. */
export function StatusDot({ tone = "neutral", live = false, children }: StatusDotProps) {
  return (
    <span className="inline-flex items-baseline gap-1.5 tabular-nums">
      <span
        aria-hidden
        className={cx(
          "size-1.75 shrink-0 -translate-y-px rounded-full",
          solidTone[tone],
          live && "animate-pulse-slow",
        )}
      />
      <span>{children}</span>
    </span>
  );
}
