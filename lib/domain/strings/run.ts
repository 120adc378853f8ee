import type { RunStatus } from "#lib/domain/run/view.ts";

/** What a deliberation waits for where it waits for more than its turn: a fault that passes, or something of ours. */
const waits: Record<string, string> = {
  endpoint_stopped: "Waiting until its endpoint is mended.",
  rate_limited: "Waiting, since the endpoint asked to slow down.",
  overloaded: "Waiting, since the endpoint is overloaded.",
  timeout: "Waiting, since the endpoint did not answer in time.",
  network: "Waiting, since the endpoint could not be reached.",
  server_error: "Waiting, since the endpoint failed.",
  cut_reply: "Waiting, since the connection to the endpoint broke.",
  budget: "Waiting for what calls under way leave of the budget.",
  month_spent: "Waiting, since the project's cap for this month is used up.",
  trouble: "Put aside for a minute after a fault of the program. The log says more.",
};

/** Why a run is not started or steered, and why a call was not made. */
export const runStrings = {
  /** @param reason the `waitingFor` of a deliberation */
  waitingFor: (reason: string) => waits[reason] ?? "Waiting.",
  /** Why a deliberation ended as `budget_spent`. */
  moneySpent: "The run's budget has no room for another call. Start a run with a higher cap.",
  tokensSpent: "The tokens that the recipe gives a deliberation are used up. Raise its limit, or retry.",
  beliefsNotAllowed:
    "Belief runs make a model reason against the policies. An admin has to allow them in this project first, in the list of projects.",
  noRecipe: "Choose a recipe of this project.",
  notRunnable: "Recipes of this kind cannot be run yet.",
  noPolicies: "This project has no published policy. Publish one first.",
  noRevisions:
    "None of these prompts has a chain of thought to judge. Grade what a run that opened reviews gave, or imported chains of thought.",
  thresholdNotReached: "No belief reached the threshold; the best one counts.",
  nothingToSelect:
    "None of these prompts has a chain of thought that could be selected. Let a run open reviews on them first.",
  noEvaluationPrompts:
    "No evaluation prompt fits this choice. Import some, and say that they are evaluation prompts.",
  noPrompts: "No prompt fits this choice. Choose others, or import some.",
  noEndpoint: (role: string) => `Choose an endpoint for ${role}.`,
  notGranted: (role: string) =>
    `The endpoint for ${role} is not open to this project. Ask an admin to grant it, or choose another.`,
  unknownRole: (key: string) => `The recipe has no role named ${key}.`,
  alreadyEnded: (status: RunStatus) =>
    status === "cancelled" ? "This run was cancelled already." : "This run has finished already.",
  alreadyPaused: "This run is paused already.",
  notPaused: "This run is not paused; it goes on already.",
  nothingToRetry: "Nothing of this run failed, so there is nothing to retry.",
  noRehearsal: "The rehearsal endpoint is not open to this project. Ask an admin to grant it.",
  noDeliberationRecipe: "This project has no deliberation recipe. Add one first.",
  nothingToWatch: "There is no prompt to watch yet. Import some first.",
} as const;
