/** What a turn is for. Other kinds of recipe bring their own. */
export const stages = [
  "intent",
  "initial",
  "deliberate",
  "refine",
  "baseline",
  "grade",
  "compare",
  "sample",
  "whisper",
  "believe",
  "assess",
  "answer",
  "examine",
] as const;

export type Stage = (typeof stages)[number];
