import { nameOfRole, type Recipe } from "./recipe.ts";
import type { Disposition, Intent } from "./reply.ts";
import type { Author, Thought } from "./thoughts.ts";
import type { Turn } from "./turn.ts";

/** Where a deliberation stands after some turns, before any refining. */
export type State = {
  intents: readonly Intent[];
  /** All thoughts of all rounds in reading order: what replaces a thought stands right after it. */
  thoughts: readonly Thought[];
  response: string | null;
  disposition: Disposition | null;
};

type SpokenThought = { text: string; clauses: string[]; replaces?: string | null };

const nothing: State = { intents: [], thoughts: [], response: null, disposition: null };

/** Replays turns. The refiner's turn changes nothing here; see `resultOf`. */
export function stateAfter(recipe: Recipe, turns: readonly Turn[]): State {
  return turns.reduce((state, turn) => apply(recipe, state, turn), nothing);
}

/** The thoughts that nothing replaced. */
export function currentThoughts(thoughts: readonly Thought[]): Thought[] {
  const replaced = new Set(thoughts.flatMap((thought) => thought.from));
  return thoughts.filter((thought) => !replaced.has(thought.id));
}

/**
 * Whether a turn leaves everything as it stood, given the response that it found. An agent that says `agree` and still adds a thought or
 * words the response differently has not agreed.
 */
export function agrees(turn: Turn, standing: string | null): boolean {
  if (turn.stage !== "deliberate") return false;
  const { verdict, newThoughts, response } = turn.reply;
  return verdict === "agree" && newThoughts.length === 0 && (response ?? standing) === standing;
}

/** Whether each deliberate turn, in order, agreed with the state that it found. */
export function agreements(recipe: Recipe, turns: readonly Turn[]): boolean[] {
  const found: boolean[] = [];
  let state = nothing;
  for (const turn of turns) {
    if (turn.stage === "deliberate") found.push(agrees(turn, state.response));
    state = apply(recipe, state, turn);
  }
  return found;
}

/** Who spoke, as thoughts remember it. */
export function authorOf(recipe: Recipe, turn: Turn): Author {
  return {
    kind: turn.stage === "refine" ? "refiner" : "agent",
    name: nameOfRole(recipe, turn.role),
    stage: turn.stage,
    ...(turn.round === null ? {} : { round: turn.round }),
  };
}

function apply(recipe: Recipe, state: State, turn: Turn): State {
  switch (turn.stage) {
    case "intent":
      return { ...state, intents: turn.reply.intents };
    case "initial":
    case "baseline":
      return {
        ...state,
        thoughts: withSpoken(state.thoughts, turn.reply.thoughts, turn, authorOf(recipe, turn)),
        response: turn.reply.response,
        disposition: turn.reply.disposition,
      };
    case "deliberate":
      if (agrees(turn, state.response)) return state;
      return {
        ...state,
        thoughts: withSpoken(state.thoughts, turn.reply.newThoughts, turn, authorOf(recipe, turn)),
        response: turn.reply.response ?? state.response,
        disposition: turn.reply.disposition,
      };
    case "refine":
    case "grade":
    case "compare":
    case "sample":
    case "whisper":
    case "believe":
    case "assess":
    case "answer":
    case "examine":
      return state;
  }
}

function withSpoken(said: readonly Thought[], spoken: readonly SpokenThought[], turn: Turn, author: Author) {
  const thoughts = [...said];
  for (const [index, { text, clauses, replaces }] of spoken.entries()) {
    const replacedAt = said.findIndex((thought) => thought.id === replaces);
    const thought: Thought = {
      id: `t${turn.seq}.${index + 1}`,
      text,
      clauses,
      author,
      // An id that nobody minted replaces nothing: the thought is simply added.
      from: said[replacedAt] ? [said[replacedAt].id] : [],
    };
    thoughts.splice(placeOf(thoughts, thought), 0, thought);
  }
  return thoughts;
}

function placeOf(thoughts: readonly Thought[], { from }: Thought): number {
  const last = thoughts.findLastIndex(
    ({ id, from: origin }) => from.includes(id) || origin.some((ancestor) => from.includes(ancestor)),
  );
  return last === -1 ? thoughts.length : last + 1;
}
