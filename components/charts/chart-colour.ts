/** What a bar or line may be painted with: agents by their hue, meanings by their tone. */
export type ChartColour =
  | "accent"
  | "ok"
  | "warn"
  | "bad"
  | "neutral"
  | "agent-1"
  | "agent-2"
  | "agent-3"
  | "refiner";

/** The token of a colour, as charts need it. */
export function paint(colour: ChartColour): string {
  return colour === "neutral" ? "var(--line-strong)" : `var(--${colour})`;
}
