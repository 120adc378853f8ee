import type { Recipe } from "./recipe.ts";
import type { Disposition, Reply } from "./reply.ts";
import { authorOf, currentThoughts, stateAfter } from "./state.ts";
import type { Thought } from "./thoughts.ts";
import type { Turn } from "./turn.ts";

/** What a deliberation gave: the first revision of its record. */
export type Result = {
  /** In reading order, which is the refiner's where there is one, with those that it removed. */
  thoughts: Thought[];
  response: string;
  disposition: Disposition;
};

/**
 * The outcome of all turns. With a refiner's turn, its verdicts on the thoughts of all rounds; without, the
 * last state. `null` while nothing was answered yet.
 */
export function resultOf(recipe: Recipe, turns: readonly Turn[]): Result | null {
  const { thoughts, response, disposition } = stateAfter(recipe, turns);
  if (response === null || disposition === null) return null;

  const last = turns.at(-1);
  if (last?.stage !== "refine") return { thoughts: currentThoughts(thoughts), response, disposition };
  return {
    thoughts: judged(recipe, thoughts, last),
    response: last.reply.response,
    disposition: last.reply.disposition,
  };
}

/**
 * The refiner's verdicts, in its reading order. A thought that it passed over stays after the one it stood
 * behind if it was current, and is left out if it was already replaced. Verdicts on ids that nobody minted
 * are ignored.
 */
function judged(recipe: Recipe, thoughts: readonly Thought[], turn: Turn & { stage: "refine" }): Thought[] {
  const by = authorOf(recipe, turn);
  const said = new Map(thoughts.map((thought) => [thought.id, thought]));
  const verdicts = new Map(turn.reply.thoughts.map((verdict) => [verdict.id, verdict]));
  const result = [...verdicts.values()].flatMap((verdict) => {
    const thought = said.get(verdict.id);
    return thought ? [withVerdict(thought, verdict, by)] : [];
  });
  const current = new Set(currentThoughts(thoughts));
  for (const [index, thought] of thoughts.entries()) {
    if (verdicts.has(thought.id) || !current.has(thought)) continue;
    const before = result.findIndex(({ id }) => id === thoughts[index - 1]?.id);
    result.splice(before + 1, 0, thought);
  }
  return result;
}

function withVerdict(
  thought: Thought,
  verdict: Reply<"refine">["thoughts"][number],
  by: Thought["author"],
): Thought {
  const { keep, label, why, text } = verdict;
  if (!keep) return { ...thought, removed: { by, label, why } };
  return text === null || text === thought.text ? thought : { ...thought, text, edited: { by, why } };
}

/** Where a thought comes from. */
export type Provenance = {
  /** Seq of the turn that first said it, or said what it replaced. */
  introduced: number;
  /** Seqs of the turns that replaced or reworded it since, in order. */
  changed: number[];
};

/** The provenance of every thought of a deliberation, by thought id. */
export function provenanceOf(recipe: Recipe, turns: readonly Turn[]): Map<string, Provenance> {
  const { thoughts } = stateAfter(recipe, turns);
  const edited = new Set(
    resultOf(recipe, turns)
      ?.thoughts.filter((thought) => thought.edited)
      .map(({ id }) => id),
  );
  const found = new Map<string, Provenance>();
  // Reading order puts what replaces a thought after it, so an ancestor is always found first.
  for (const { id, from } of thoughts) {
    const ancestor = found.get(from[0] ?? "");
    const seq = seqOf(id);
    found.set(
      id,
      ancestor ? { ...ancestor, changed: [...ancestor.changed, seq] } : { introduced: seq, changed: [] },
    );
  }
  for (const id of edited) found.get(id)?.changed.push(turns.length - 1);
  return found;
}

/** The turn that minted an id `t{seq}.{n}`. */
function seqOf(id: string): number {
  return Number(/^t(\d+)\./.exec(id)?.[1]);
}
