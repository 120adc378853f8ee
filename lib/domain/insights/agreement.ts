import { krippendorffAlpha } from "#lib/domain/agreement/alpha.ts";
import type { Estimate } from "#lib/domain/agreement/estimate.ts";
import type { Judgement } from "#lib/domain/agreement/judgement.ts";
import { cohensKappas } from "#lib/domain/agreement/kappa.ts";
import { type Label, labels } from "#lib/domain/deliberation/reply.ts";
import { type Decision, decisions } from "#lib/domain/review/draft.ts";

/** One review of a round that all its reviewers have finished. */
export type FinishedReview = {
  round: string;
  /** Id of the reviewer. */
  rater: string;
  decision: Decision;
  labels: Readonly<Record<string, Label>>;
  /** 1 to 5 by dimension of the rubric. */
  scores: Readonly<Record<string, number>>;
};

/** What was agreed on. */
export type Scale = { kind: "decisions" | "labels" | "soundness" } | { kind: "score"; dimension: string };

/** How the reviewers of a project agree. */
export type Agreement = {
  /** Rounds that this rests on. */
  rounds: number;
  alphas: { scale: Scale; alpha: Estimate }[];
  /** Of each two people; ids of reviewers. */
  pairs: { pair: readonly [string, string]; decisions: Estimate | null; labels: Estimate | null }[];
};

const scores = [1, 2, 3, 4, 5];

/** Works out how reviewers agree: on decisions, on labels of thoughts, on whether a thought is sound, on scores. */
export function agreementOf(reviews: readonly FinishedReview[]): Agreement {
  const decided = reviews.map(
    ({ round, rater, decision }): Judgement<Decision> => ({
      record: round,
      thing: "",
      rater,
      value: decision,
    }),
  );
  const labelled = reviews.flatMap(({ round, rater, labels: given }) =>
    Object.entries(given).map(([thing, value]): Judgement<Label> => ({ record: round, thing, rater, value })),
  );
  const sound = labelled.map((judgement) => ({ ...judgement, value: judgement.value === "sound" }));
  const dimensions = [...new Set(reviews.flatMap((review) => Object.keys(review.scores)))].sort();
  const scored = (dimension: string) =>
    reviews.flatMap(({ round, rater, scores: { [dimension]: value } }): Judgement<number>[] =>
      value === undefined ? [] : [{ record: round, thing: dimension, rater, value }],
    );
  return {
    rounds: new Set(reviews.map(({ round }) => round)).size,
    alphas: [
      { scale: { kind: "decisions" }, alpha: krippendorffAlpha(decided, decisions, "nominal") },
      { scale: { kind: "labels" }, alpha: krippendorffAlpha(labelled, labels, "nominal") },
      { scale: { kind: "soundness" }, alpha: krippendorffAlpha(sound, [true, false], "nominal") },
      ...dimensions.map((dimension) => ({
        scale: { kind: "score" as const, dimension },
        alpha: krippendorffAlpha(scored(dimension), scores, "ordinal"),
      })),
    ],
    pairs: pairsOf(cohensKappas(decided, decisions), cohensKappas(labelled, labels)),
  };
}

type Kappas = ReturnType<typeof cohensKappas>;

/** Two people who labelled something together decided on it together. */
function pairsOf(byDecision: Kappas, byLabel: Kappas): Agreement["pairs"] {
  return byDecision.map(({ pair, kappa }) => ({
    pair,
    decisions: kappa,
    labels: byLabel.find((other) => other.pair.join() === pair.join())?.kappa ?? null,
  }));
}
