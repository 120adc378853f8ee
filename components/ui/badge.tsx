import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { softTone, type Tone } from "./tone.ts";

/** A pill: one word of state, its colour by meaning. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1 rounded-full px-2 py-px text-2xs font-[550] whitespace-nowrap [&>svg]:size-3",
        softTone[tone],
        tone === "neutral" && "ring-1 ring-line ring-inset",
      )}
    >
      {children}
    </span>
  );
}
