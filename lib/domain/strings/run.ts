import type { RunStatus } from "#lib/domain/run/view.ts";

/** Why a run is not started or steered, and why a call was not made. */
export const runStrings = {
  noRecipe: "Choose a recipe of this project.",
  notRunnable: "Recipes of this kind cannot be run yet.",
  noPolicies: "This project has no published policy. Publish one first.",
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
