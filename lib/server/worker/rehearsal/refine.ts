import type { Reply } from "#lib/domain/deliberation/reply.ts";
import { whyUnknown } from "./clauses.ts";
import type { Inputs, ThoughtInput } from "./inputs.ts";
import { linesOf, type Story } from "./story.ts";

type Verdict = Reply<"refine">["thoughts"][number];

/** The refiner's turn: finds every flaw that the story planted, and reads the conclusion last. */
export function refine(story: Story, { thoughts, response, disposition }: Inputs): Reply<"refine"> {
  const ordered = [
    ...thoughts.filter((thought) => !isConclusion(thought, story)),
    ...thoughts.filter((thought) => isConclusion(thought, story)),
  ];
  return { thoughts: ordered.map((thought) => verdictOn(thought, thoughts, story)), response, disposition };
}

function verdictOn(thought: ThoughtInput, all: readonly ThoughtInput[], story: Story): Verdict {
  const { id } = thought;
  const fault = faultOf(thought, all, story);
  if (fault) return { id, keep: false, ...fault, text: null };

  const { material, voice } = story;
  if (thought.text === material.opening.at(-1)?.text && voice.chance("reword", 0.3)) {
    const why = "Shorter, with the same meaning.";
    return { id, keep: true, label: "sound", why, text: material.shortConclusion };
  }
  return { id, keep: true, label: "sound", why: whySound(thought, all, story), text: null };
}

/** What is wrong with a thought; null where nothing is. */
export function faultOf(
  thought: ThoughtInput,
  all: readonly ThoughtInput[],
  story: Story,
): Pick<Verdict, "label" | "why"> | null {
  const [successor] = thought.replacedBy ?? [];
  if (successor) return { label: "redundant", why: `Replaced by ${successor}.` };

  const standing = all.filter(({ replacedBy }) => !replacedBy);
  const { flaw } = linesOf(story).get(thought.text) ?? {};
  if (flaw?.label === "repetitive") {
    return { label: "repetitive", why: `Says again what ${standing[0]?.id ?? "another thought"} says.` };
  }
  if (flaw) return flaw;

  // Thoughts of other models are judged by what can be seen without understanding them.
  const twin = standing.find(({ text }) => text === thought.text);
  if (twin && twin !== thought) return { label: "repetitive", why: `Has the same words as ${twin.id}.` };
  const unknown = thought.clauses.find((number) => !story.clauses.has(number));
  return unknown ? { label: "policy_inconsistent", why: whyUnknown(unknown) } : null;
}

function isConclusion({ text }: ThoughtInput, { material }: Story): boolean {
  const replacement = material.later.find(({ replaces }) => replaces === "last")?.line;
  return text === material.opening.at(-1)?.text || text === replacement?.text;
}

function whySound(thought: ThoughtInput, all: readonly ThoughtInput[], story: Story): string {
  const { voice } = story;
  if (isConclusion(thought, story)) {
    return voice.one("sound last", ["Draws the conclusion.", "Says what the response has to do."]);
  }
  if (thought === all[0]) {
    return voice.one("sound first", ["Settles how the prompt is to be read.", "Says what is asked."]);
  }
  return voice.one(`sound ${thought.id}`, [
    "Needed for the conclusion.",
    "Marks the limit of a clause.",
    "In line with what it cites.",
  ]);
}
