/** How often a model declined the task. A rate stands only beside its `replies`. */
export type RefusalRate = {
  /** Model as the endpoint version names it. */
  model: string;
  endpoint: string;
  /** Null where the prompts have none. */
  category: string | null;
  /** Calls that were answered at all, in deliberations that have ended. */
  replies: number;
  /** Of these, refused by the model or held back by a filter. */
  refusals: number;
};

/** More rows than this tell nobody anything: the others are added up. */
const shownRows = 20;

/**
 * The rates worth a look, the highest first, and what the rest of them adds up to.
 *
 * @returns `rest` is null where nothing was left out
 */
export function refusalsToShow(rates: readonly RefusalRate[]): {
  shown: RefusalRate[];
  total: Pick<RefusalRate, "replies" | "refusals">;
  rest: (Pick<RefusalRate, "replies" | "refusals"> & { rows: number }) | null;
} {
  const sorted = [...rates].sort((one, other) => rateOf(other) - rateOf(one) || other.replies - one.replies);
  const rest = sorted.slice(shownRows);
  return {
    shown: sorted.slice(0, shownRows),
    total: added(rates),
    rest: rest.length === 0 ? null : { ...added(rest), rows: rest.length },
  };
}

/** From 0 to 1. */
export function rateOf({ replies, refusals }: Pick<RefusalRate, "replies" | "refusals">): number {
  return replies === 0 ? 0 : refusals / replies;
}

function added(rates: readonly RefusalRate[]) {
  return {
    replies: rates.reduce((sum, { replies }) => sum + replies, 0),
    refusals: rates.reduce((sum, { refusals }) => sum + refusals, 0),
  };
}
