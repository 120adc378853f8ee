import type { CheckName } from "#lib/domain/checks/finding.ts";
import type { Outcome } from "#lib/domain/deliberation/outcome.ts";
import type { RecipeKind } from "#lib/domain/deliberation/recipe.ts";
import type { RunEstimate } from "#lib/domain/recipe/estimate.ts";

export type RunStatus = "queued" | "running" | "paused" | "cancelled" | "finished";

/** Live figures of a run. Money in micro-dollars. */
export type RunProgress = {
  status: RunStatus;
  subjects: number;
  /** Closed deliberations by outcome; adds up to `subjects` once nothing is open. */
  outcomes: Partial<Record<Outcome, number>>;
  inFlight: number;
  waiting: number;
  /** Waiting deliberations that wait for more than their turn, by why. */
  waitingFor: { reason: string; n: number }[];
  turns: number;
  attempts: number;
  tokensIn: number;
  tokensCached: number;
  tokensOut: number;
  costMicros: number;
  capMicros: number | null;
  /** The project's cap for this month, where it leaves no room for a call. */
  spentMonthMicros: number | null;
  /** Estimated seconds to the end, from the pace of the last minutes; null while unknown. */
  etaSeconds: number | null;
  /** Endpoints of the plan that do not serve now. */
  stoppedEndpoints: { name: string; reason: string; since: string }[];
  /** Workers alive in the installation. */
  workers: number;
};

/** A run in a list. */
export type RunRow = {
  id: string;
  number: number;
  kind: RecipeKind;
  recipe: string;
  status: RunStatus;
  subjects: number;
  done: number;
  failed: number;
  costMicros: number;
  synthetic: boolean;
  createdBy: string | null;
  createdAt: string;
  finishedAt: string | null;
};

/** A run with its plan, as its page shows it. */
export type RunView = RunRow & {
  recipeId: string;
  recipeVersion: number;
  policySet: number;
  seed: number;
  opensReviews: boolean;
  roles: { key: string; name: string; endpoint: string; model: string; synthetic: boolean }[];
  startedAt: string | null;
  /** What it was expected to take when it started; null for runs from before there were estimates. */
  estimate: RunEstimate | null;
  progress: RunProgress;
};

/** A deliberation in a run's list. */
export type DeliberationRow = {
  id: string;
  ref: string;
  promptNumber: number;
  promptText: string;
  severity: string;
  category: string | null;
  state: "waiting" | "in_flight" | "paused" | "ended";
  waitingFor: string | null;
  outcome: Outcome | null;
  /** A sentence where the outcome alone does not say why. */
  outcomeReason: string | null;
  turns: number;
  attempts: number;
  costMicros: number;
};

/** In how many deliberations of a run each check noticed something. */
export type RunNoticed = {
  counts: { check: CheckName; n: number }[];
  /** How many are left out, since the reader has their records in review. */
  withheld: number;
};
