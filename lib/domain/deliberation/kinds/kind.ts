import type { Recipe } from "#lib/domain/deliberation/recipe.ts";
import type { Result } from "#lib/domain/deliberation/result.ts";
import type { Ask, Due, Finish } from "#lib/domain/deliberation/step.ts";
import type { Subject } from "#lib/domain/deliberation/subject.ts";
import type { Turn } from "#lib/domain/deliberation/turn.ts";
import type { Score } from "#lib/domain/grading/score.ts";
import type { ProposedPair } from "#lib/domain/pair/pair.ts";

/**
 * What one kind of recipe does otherwise than the others. All else is shared: retries, limits, money, the loop and its
 * pages know no kinds.
 */
export type Kind<R extends Recipe = Recipe> = {
  /** Said first to every role in every stage, so that an endpoint can keep the beginning of a run's requests. */
  preamble: string;
  /** The turn that comes next if every call succeeds, or the end. */
  due(recipe: R, turns: readonly Turn[]): Due | Finish;
  /** What a step sees besides policies and prompt, in the order of how seldom it changes; a `prompt` in it takes the other's place. */
  inputs(recipe: R, subject: Subject, turns: readonly Turn[], step: Ask): Record<string, unknown>;
  /** What all turns amount to; null while that is nothing. */
  gives(recipe: R, subject: Subject, turns: readonly Turn[]): Given | null;
};

/** What a deliberation leaves behind: the first revision of a record, scores of its subject, or its subject as one side of a pair. */
export type Given =
  | { kind: "revision"; result: Result }
  | { kind: "scores"; scores: readonly Score[] }
  | { kind: "pair"; pair: ProposedPair };
