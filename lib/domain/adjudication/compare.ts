import type { Label } from "#lib/domain/deliberation/reply.ts";
import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import type { Dimension } from "#lib/domain/grading/dimension.ts";
import { type Content, citedBy } from "#lib/domain/record/content.ts";
import type { Decision, ReasoningVerdict, ResponseVerdict } from "#lib/domain/review/draft.ts";

/** What one person said of a record in a submitted review. */
export type Reading = {
  /** Of the review. */
  id: string;
  /** Name of the reviewer. */
  by: string;
  decision: Decision;
  reasoning: ReasoningVerdict | null;
  responseVerdict: ResponseVerdict | null;
  note: string | null;
  /** By thought id; judgements of the base as it was given. */
  labels: Readonly<Record<string, Label>>;
  /** Of the base as it was given, 1 to 5; empty where none were asked for. */
  scores: Readonly<Partial<Record<Dimension, number>>>;
  /** What the decision is about: the base, or what they made of it. */
  content: Content;
};

/** A thought in one reading; null where it does not stand in it. */
export type Version = { reading: string; thought: Thought | null; label: Label | null };

/** A thought in all readings, in the order of their list. */
export type Point = {
  /** The thought's; that of the first reading which has it, where it was added. */
  id: string;
  /** As it was given; null where a reviewer added it. */
  given: Thought | null;
  versions: readonly Version[];
  /** Whether texts, clauses or labels differ. Not to have labelled it is no difference. */
  differs: boolean;
};

/**
 * The thoughts of a base and of all readings of it, in reading order. Thoughts that were removed before and that
 * nobody restored are left out; thoughts that several added with the same words and clauses are one.
 */
export function compare(base: Content, readings: readonly Reading[]): Point[] {
  const points: Point[] = [];
  for (const given of base.thoughts) {
    const versions = readings.map((reading) => ({
      reading: reading.id,
      thought: standing(reading.content.thoughts.find(({ id }) => id === given.id)),
      label: reading.labels[given.id] ?? null,
    }));
    if (isKept(given) || versions.some(({ thought }) => thought))
      points.push(pointOf(given.id, given, versions));
  }
  for (const reading of readings) placeAdded(points, base, readings, reading);
  return points;
}

/** Whether two thoughts would be released the same; null is one that does not stand. */
export function sameThought(one: Thought | null, other: Thought | null): boolean {
  if (!one || !other) return one === other;
  return one.text.trim() === other.text.trim() && citedBy([one]).join() === citedBy([other]).join();
}

/** Whether two readings say the same of the response. */
export function sameResponse(one: Content, other: Content): boolean {
  return one.response.trim() === other.response.trim() && one.disposition === other.disposition;
}

/** Whether readings differ in what the response should be. */
export function responsesDiffer(readings: readonly Reading[]): boolean {
  const [first, ...others] = readings;
  return first !== undefined && others.some(({ content }) => !sameResponse(first.content, content));
}

/** Whether readings put the thoughts that were given in different orders. */
export function ordersDiffer(base: Content, readings: readonly Reading[]): boolean {
  return new Set(readings.map(({ content }) => String(givenOrder(base, content)))).size > 1;
}

/** Places of the thoughts that were given, from 1, in the order in which a text has those that it keeps of them. */
export function givenOrder(base: Content, { thoughts }: Content): number[] {
  const given = base.thoughts.filter(isKept).map(({ id }) => id);
  return thoughts.map(({ id }) => given.indexOf(id) + 1).filter((place) => place > 0);
}

/** Share of points on which all readings agree: the decision, the response, the order, each thought with its label. */
export function shareAgreed(base: Content, readings: readonly Reading[]): number {
  const decisions = new Set(readings.map(({ decision }) => decision));
  const points = compare(base, readings);
  const agreed =
    points.filter(({ differs }) => !differs).length +
    (decisions.size === 1 ? 1 : 0) +
    (responsesDiffer(readings) ? 0 : 1) +
    (ordersDiffer(base, readings) ? 0 : 1);
  return agreed / (points.length + 3);
}

function pointOf(id: string, given: Thought | null, versions: Version[]): Point {
  const labels = new Set(versions.flatMap(({ label }) => label ?? []));
  const [first, ...others] = versions;
  const sameText = others.every(({ thought }) => sameThought(thought, first?.thought ?? null));
  return { id, given, versions, differs: labels.size > 1 || !sameText };
}

/** Puts what a reading added behind what it follows there, or beside the same words of another reading. */
function placeAdded(
  points: Point[],
  base: Content,
  readings: readonly Reading[],
  { id, content }: Reading,
): void {
  const given = new Set(base.thoughts.map((thought) => thought.id));
  let place = 0;
  for (const thought of content.thoughts) {
    if (given.has(thought.id)) {
      const known = points.findIndex((point) => point.id === thought.id);
      if (known >= 0) place = known + 1;
      continue;
    }
    const beside = points[place];
    const isSame =
      beside?.given === null && beside.versions.some((version) => sameThought(version.thought, thought));
    const versions = readings.map(
      (reading): Version =>
        reading.id === id
          ? { reading: id, thought, label: null }
          : (isSame && beside.versions.find((version) => version.reading === reading.id)) || {
              reading: reading.id,
              thought: null,
              label: null,
            },
    );
    points.splice(place, isSame ? 1 : 0, pointOf(isSame ? beside.id : thought.id, null, versions));
    place += 1;
  }
}

function standing(thought: Thought | undefined): Thought | null {
  return thought && isKept(thought) ? thought : null;
}
