import type { Disposition } from "#lib/domain/deliberation/reply.ts";
import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import type { Turn } from "#lib/domain/deliberation/turn.ts";

type Planted = { thoughts: readonly Thought[]; response: string; disposition: Disposition | null };

/**
 * A turn of the original as a reviewer of its planted copy reads it: every thought says what it says in the copy, at
 * the place where its text was settled (the refiner's, where it reworded it; else its own). Otherwise whoever reads
 * the turns finds the thought that was made flawed. The turn as it is stored stays as it was said.
 */
export function saidAsPlanted(turn: Turn, { thoughts, response, disposition }: Planted): Turn {
  const kept = new Map(thoughts.filter(isKept).map((thought) => [thought.id, thought]));
  const asSettled = <T extends { text: string; clauses: string[] }>(said: readonly T[]): T[] =>
    said.map((one, index) => {
      const thought = kept.get(`t${turn.seq}.${index + 1}`);
      return thought && !thought.edited ? { ...one, text: thought.text, clauses: thought.clauses } : one;
    });
  switch (turn.stage) {
    case "initial":
    case "baseline":
      return { ...turn, reply: { ...turn.reply, thoughts: asSettled(turn.reply.thoughts) } };
    case "deliberate":
      return { ...turn, reply: { ...turn.reply, newThoughts: asSettled(turn.reply.newThoughts) } };
    case "refine": {
      const verdicts = turn.reply.thoughts.map((verdict) => {
        const thought = kept.get(verdict.id);
        return thought ? { ...verdict, text: thought.edited ? thought.text : null } : verdict;
      });
      const settled = { response, disposition: disposition ?? turn.reply.disposition };
      return { ...turn, reply: { ...turn.reply, ...settled, thoughts: verdicts } };
    }
    default:
      return turn;
  }
}
