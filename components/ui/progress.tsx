import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { solidTone, type Tone } from "./tone.ts";

type ProgressProps = {
  /** What is under way, for screen readers. */
  label: string;
  /** Done so far; null while nothing is known yet. */
  value: number | null;
  max?: number;
  /** What stands under the bar, such as “34 of 100”; state is told in words. */
  text?: ReactNode;
  tone?: Tone;
  className?: string;
};

/** A bar that fills; without a value it shows that something moves. */
export function Progress({ label, value, max = 100, text, tone = "accent", className }: ProgressProps) {
  const share = value === null || max <= 0 ? 0 : Math.min(1, Math.max(0, value / max));
  return (
    <div className={className}>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value ?? undefined}
        aria-valuetext={typeof text === "string" ? text : undefined}
        className="h-1.5 overflow-hidden rounded-full bg-line"
      >
        <div
          className={cx(
            "h-full rounded-full transition-[width] duration-150",
            solidTone[tone],
            value === null && "w-[30%]! animate-slide",
          )}
          style={{ width: `${share * 100}%` }}
        />
      </div>
      {text != null && <div className="mt-1.5 text-xs text-ink-2 tabular-nums">{text}</div>}
    </div>
  );
}
