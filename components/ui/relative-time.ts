const units = [
  ["year", 31_557_600_000],
  ["month", 2_629_800_000],
  ["week", 604_800_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

const format = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/**
 * How long ago, or how far ahead, in the largest unit that fits: “3 minutes ago”, “yesterday”, “in 2 hours”.
 *
 * @param at milliseconds since the epoch
 * @param now milliseconds since the epoch
 */
export function relativeTime(at: number, now: number): string {
  const distance = at - now;
  const fitting = units.find(([, length]) => Math.abs(distance) >= length);
  if (!fitting) return format.format(0, "second");
  const [unit, length] = fitting;
  return format.format(Math.trunc(distance / length), unit);
}
