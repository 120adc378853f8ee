/**
 * A cost for people.
 *
 * @param micros micro-dollars
 * @returns two digits behind the point from a dollar on, four below, `$0` for nothing
 */
export function formatCost(micros: number): string {
  if (micros === 0) return "$0";
  const dollars = micros / 1_000_000;
  if (dollars < 0.0001) return "<$0.0001";
  return `$${dollars.toFixed(dollars < 1 ? 4 : 2)}`;
}

/**
 * A span of time for people: `0.4 s`, `48 s`, `3 min 20 s`, `2 h 5 min`.
 *
 * @param ms milliseconds
 */
export function formatSpan(ms: number): string {
  if (ms < 9_950) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/**
 * A number of tokens or calls for people, short: `950`, `12,400`, `1.4 million`.
 */
export function formatAmount(n: number): string {
  if (n < 1_000_000) return (n < 10_000 ? n : Math.round(n / 100) * 100).toLocaleString("en");
  return `${(n / 1_000_000).toLocaleString("en", { maximumFractionDigits: 1 })} million`;
}

/** From the low to the high end, each as `format` writes it, or once where they read the same. */
export function formatRange(
  { low, high }: { low: number; high: number },
  format: (n: number) => string,
): string {
  const [from, to] = [format(low), format(high)];
  return from === to ? from : `${from} – ${to}`;
}
