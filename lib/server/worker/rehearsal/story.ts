import type { Reply } from "#lib/domain/deliberation/reply.ts";
import { answered } from "./answered.ts";
import { type Clauses, clausesOf } from "./clauses.ts";
import { declined } from "./declined.ts";
import { guarded } from "./guarded.ts";
import type { Inputs } from "./inputs.ts";
import { subjectOf } from "./subject.ts";
import { type Line, type Material, type Voice, voiceFor } from "./voice.ts";

/** One turn in which an agent changes something. */
export type Revision = { reason: string; lines: Line[]; replaces: Line | null; addition: string | null };

/**
 * How a deliberation on one prompt will go if everyone in it rehearses. It follows from the prompt and the
 * policies alone, so every stage tells the same story without anything being kept between requests.
 */
export type Story = {
  material: Material;
  initial: Line[];
  revisions: Revision[];
  /** Whether the agents go on arguing once the revisions are used up. */
  isEndless: boolean;
  clauses: Clauses;
  voice: Voice;
};

type Pace = { revisions: number; isEndless: boolean };

/** How often agents revise before they agree, each as likely as the next. */
const paces: [Pace, ...Pace[]] = [
  { revisions: 0, isEndless: false },
  { revisions: 1, isEndless: false },
  { revisions: 1, isEndless: false },
  { revisions: 2, isEndless: false },
  { revisions: 2, isEndless: false },
  { revisions: 2, isEndless: false },
  { revisions: 3, isEndless: false },
  { revisions: 2, isEndless: true },
];

/** Changing this deals all stories anew. With this one, the demonstration has every kind of end and of flaw. */
const edition = "2648";

export function storyFor({ prompt, policies }: Inputs): Story {
  const clauses = clausesOf(policies);
  const voice = voiceFor(edition + JSON.stringify(prompt));
  const material = materialFor(prompt.at(-1)?.content ?? "", clauses, voice);
  const { revisions, isEndless } = voice.one("pace", paces);
  const flaws = voice.shuffled("flaws", material.flaws);
  const early = voice.chance("flaw at the start", 0.25) ? flaws.shift() : undefined;
  return {
    material,
    initial: early ? withFlaw(material.opening, early) : material.opening,
    revisions: revisionsOf(material, flaws, revisions, voice),
    isEndless,
    clauses,
    voice,
  };
}

function materialFor(message: string, clauses: Clauses, voice: Voice): Material {
  const subject = subjectOf(message);
  const { topic, risk } = subject;
  if (topic === null || risk === "benign") return answered(subject, clauses, voice);
  return risk === "ambiguous"
    ? guarded({ ...subject, topic }, clauses, voice)
    : declined({ ...subject, topic }, clauses, voice);
}

/** A flaw stands before the conclusion, where it is easiest to miss. */
export function withFlaw(opening: readonly Line[], flaw: Line): Line[] {
  return [...opening.slice(0, -1), flaw, ...opening.slice(-1)];
}

function revisionsOf(material: Material, flaws: readonly Line[], count: number, voice: Voice): Revision[] {
  const [first, ...others] = material.later;
  const later = first ? [first, ...voice.shuffled("later", others)] : [];
  return later.slice(0, count).map(({ reason, line, replaces, addition }, index) => {
    const flaw = voice.chance(`flaw ${index}`, 0.6) ? flaws[index] : undefined;
    return {
      reason,
      lines: flaw ? [line, flaw] : [line],
      replaces:
        (replaces === "first" ? material.opening[0] : replaces === "last" ? material.opening.at(-1) : null) ??
        null,
      addition: addition ?? null,
    };
  });
}

/**
 * The revision that is due, read off the thoughts that stand: the one after the last whose words are there.
 * `null` where the agents have come to agree.
 */
export function nextRevision(story: Story, thoughts: readonly { text: string }[]): Revision | null {
  const said = new Set(thoughts.map(({ text }) => text));
  const last = story.revisions.findLastIndex(({ lines }) => lines.some(({ text }) => said.has(text)));
  const next = story.revisions[last + 1];
  if (next) return next;
  return story.isEndless ? rejoinder(story.material.dispute, said) : null;
}

function rejoinder(dispute: Material["dispute"], said: ReadonlySet<string>): Revision | null {
  const spokenAt = dispute.findLastIndex(({ line }) => said.has(line.text));
  const next = dispute[(spokenAt + 1) % dispute.length];
  if (!next) return null;
  return {
    reason: next.reason,
    lines: [next.line],
    replaces: dispute[spokenAt]?.line ?? null,
    addition: null,
  };
}

/** Every line of a story by its text, with the flaw that was planted in it. */
export function linesOf(story: Story): Map<string, Line> {
  const lines = [
    ...story.initial,
    ...story.revisions.flatMap((revision) => revision.lines),
    ...story.material.dispute.map(({ line }) => line),
  ];
  return new Map(lines.map((line) => [line.text, line]));
}

/** A line as a turn holds it: what is wrong with it is for the refiner to find. */
export function spoken({ text, clauses }: Line): Reply<"initial">["thoughts"][number] {
  return { text, clauses };
}
