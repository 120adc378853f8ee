import type { Label } from "#lib/domain/deliberation/reply.ts";
import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import type { Message } from "#lib/domain/prompt/prompt.ts";
import { promptColumn, rowId } from "./row.ts";
import { closeUp } from "./thoughts-text.ts";

/** What one person said of a revision, and what they made of it. */
export type Reading = {
  /** Whether it is a lead's, given where the others differed. */
  isRuling: boolean;
  /** By thought id. */
  labels: Readonly<Record<string, Label>>;
  /** The thoughts after this person's changes; those of the revision itself where nothing was changed. */
  made: readonly Thought[];
};

/** What became of a thought in one person's hands, where that is not its label. */
export type StepJudgement = Label | "edited" | "removed";

/** A thought as it was given, and what people found. */
export type Step = {
  text: string;
  /** Whether it may stand as it is. */
  label: boolean;
  judgements: StepJudgement[];
};

/**
 * The thoughts of a revision with what people said of these very texts, for stepwise supervision.
 *
 * A step is positive where it was called sound and its text was left alone, and negative where it got any other label, or
 * was rewritten or removed. Redundant and repetitive thoughts are negative too: they are what a chain of thought is to do
 * without. A ruling decides; else most people do. The row ends before the first step that nobody judged or on which people
 * are divided, since what follows a step is read as depending on it.
 */
export function judgedSteps(given: readonly Thought[], readings: readonly Reading[]): Step[] {
  const rulings = readings.filter(({ isRuling }) => isRuling);
  const others = readings.filter(({ isRuling }) => !isRuling);
  const steps: Step[] = [];
  for (const thought of given.filter(isKept)) {
    const ruled = judgementsOf(thought, rulings);
    const judgements = ruled.length > 0 ? ruled : judgementsOf(thought, others);
    const sound = judgements.filter((judgement) => judgement === "sound").length;
    if (sound * 2 === judgements.length) break;
    steps.push({ text: closeUp(thought.text), label: sound * 2 > judgements.length, judgements });
  }
  return steps;
}

function judgementsOf(thought: Thought, readings: readonly Reading[]): StepJudgement[] {
  return readings.flatMap(({ labels, made }) => {
    const label = labels[thought.id];
    const change = changeOf(thought, made);
    return label !== undefined && label !== "sound" ? [label] : (change ?? label ?? []);
  });
}

/** What was split or merged says the same in other thoughts: its label alone counts. */
function changeOf({ id, text }: Thought, made: readonly Thought[]): "edited" | "removed" | null {
  const now = made.find((thought) => thought.id === id);
  if (!now || !isKept(now)) {
    return made.some((thought) => isKept(thought) && thought.from.includes(id)) ? null : "removed";
  }
  return now.text.trim() === text.trim() ? null : "edited";
}

/** A revision that people judged, as a line of a stepwise release; null where no step was decided. */
export function stepwiseLine(
  judged: { messages: readonly Message[]; ref: string; revision: number },
  steps: readonly Step[],
): string | null {
  if (steps.length === 0) return null;
  const row = {
    prompt: promptColumn(judged.messages),
    completions: steps.map(({ text }) => text),
    labels: steps.map(({ label }) => label),
    judgements: steps.map(({ judgements }) => judgements),
    id: rowId(judged),
  };
  return `${JSON.stringify(row)}\n`;
}
