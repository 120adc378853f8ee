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
