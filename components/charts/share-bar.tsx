import { cx } from "#components/ui/cx.ts";
import { type ChartColour, paint } from "./chart-colour.ts";

export type Share = { label: string; value: number; colour: ChartColour };

type ShareBarProps = {
  /** What the whole is, for screen readers. */
  label: string;
  shares: readonly Share[];
  /** The whole, where the shares do not add up to it yet. */
  total?: number;
  className?: string;
};

/** How a whole is divided: one bar, and under it every part by name and number. Parts of 0 are left out. */
export function ShareBar({ label, shares, total, className }: ShareBarProps) {
  const present = shares.filter(({ value }) => value > 0);
  const whole = Math.max(
    total ?? 0,
    present.reduce((sum, { value }) => sum + value, 0),
  );
  return (
    <div className={cx("min-w-0", className)}>
      <div aria-hidden className="flex h-2 gap-px overflow-hidden rounded-full bg-line">
        {present.map((share) => (
          <div
            key={share.label}
            className="min-w-0.5 transition-[width] duration-150"
            style={{ width: `${(share.value / whole) * 100}%`, background: paint(share.colour) }}
          />
        ))}
      </div>
      <ul aria-label={label} className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2 tabular-nums">
        {present.map((share) => (
          <li key={share.label} className="flex items-baseline gap-1.5">
            <span
              aria-hidden
              className="size-2 shrink-0 rounded-[3px]"
              style={{ background: paint(share.colour) }}
            />
            <span>
              <b className="font-[550] text-ink">{share.value.toLocaleString("en")}</b> {share.label}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
