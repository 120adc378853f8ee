import type { Label } from "#lib/domain/deliberation/reply.ts";
import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import type { Content } from "#lib/domain/record/content.ts";
import type { ResponseVerdict } from "#lib/domain/review/draft.ts";
import { type Point, type Reading, sameResponse, sameThought } from "./compare.ts";
import type { Choice } from "./compose.ts";

/** One thing that can be chosen for a thought, and who stands behind it; nobody for what was only given. */
export type ThoughtOption = { choice: Choice; by: string[]; thought: Thought | null; label: Label | null };

/** The same for the response. */
export type ResponseOption = {
  choice: Choice;
  by: string[];
  content: Content;
  verdict: ResponseVerdict | null;
};

/** What can be chosen for a thought: each version once, and the text as given where no reading has left it so. */
export function optionsFor(point: Point, readings: readonly Reading[]): ThoughtOption[] {
  const options: ThoughtOption[] = [];
  for (const { reading, thought, label } of point.versions) {
    const by = nameOf(reading, readings);
    const same = options.find((option) => sameThought(option.thought, thought) && option.label === label);
    if (same) same.by.push(by);
    else options.push({ choice: reading, by: [by], thought, label });
  }
  const { given } = point;
  if (given && isKept(given) && !options.some(({ thought }) => sameThought(thought, given))) {
    options.push({ choice: "given", by: [], thought: given, label: null });
  }
  return options;
}

/** What can be chosen for the response. */
export function responseOptions(base: Content, readings: readonly Reading[]): ResponseOption[] {
  const options: ResponseOption[] = [];
  for (const { id, by, content, responseVerdict } of readings) {
    const same = options.find(
      (option) => sameResponse(option.content, content) && option.verdict === responseVerdict,
    );
    if (same) same.by.push(by);
    else options.push({ choice: id, by: [by], content, verdict: responseVerdict });
  }
  if (!options.some(({ content }) => sameResponse(content, base))) {
    options.push({ choice: "given", by: [], content: base, verdict: null });
  }
  return options;
}

function nameOf(reading: string, readings: readonly Reading[]): string {
  return readings.find(({ id }) => id === reading)?.by ?? "";
}
