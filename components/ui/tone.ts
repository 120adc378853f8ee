/** A meaning that colour supports; a word or sign always goes with it. */
export type Tone = "neutral" | "accent" | "ok" | "warn" | "bad";

/** Soft ground with readable text, for pills and selected segments. */
export const softTone: Record<Tone, string> = {
  neutral: "bg-sunken text-ink-2",
  accent: "bg-accent-soft text-accent",
  ok: "bg-ok-soft text-ok",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
};

/** Text alone. */
export const textTone: Record<Tone, string> = {
  neutral: "text-ink-2",
  accent: "text-accent",
  ok: "text-ok",
  warn: "text-warn",
  bad: "text-bad",
};

/** A solid mark: dots and bars. */
export const solidTone: Record<Tone, string> = {
  neutral: "bg-line-strong",
  accent: "bg-accent",
  ok: "bg-ok",
  warn: "bg-warn",
  bad: "bg-bad",
};
