import type { FaultCode } from "./fault.ts";
import type { Outcome } from "./outcome.ts";
import type { Answerer } from "./recipe.ts";
import type { Stage } from "./stage.ts";

type Place = {
  /** Position of the turn, from 0. */
  seq: number;
  stage: Stage;
  /** From 1 in stages that are gone through again and again, else null. */
  round: number | null;
  /** Key of the role that speaks. */
  role: string;
};

/** The turn that comes next, before its failed attempts are looked at. */
export type Due = Place & { kind: "due" };

/** Make one LLM call for this turn. */
export type Ask = Place & {
  kind: "ask";
  /** The role's own endpoint, or the recipe's fallback after the role refused twice. The turn is the role's either way. */
  by: Answerer;
  /** The answerer's own limit, or more after a reply was cut off by it. */
  maxOutputTokens: number;
  /** An earlier reply refused the task: say again what is asked. */
  reframe: boolean;
  /** The last reply could not be read: show it with its fault. */
  repair: { fault: string; raw: string } | null;
};

/** Do not call yet; `ask` is what to do afterwards. */
export type Wait =
  /** `ms` counts from the end of the last attempt. */
  | { kind: "wait"; for: "time"; ms: number; because: FaultCode; ask: Ask }
  /** Until someone mended the endpoint that is to answer `ask`. */
  | { kind: "wait"; for: "endpoint"; because: FaultCode; ask: Ask };

/** The end. */
export type Finish = {
  kind: "finish";
  outcome: Outcome;
  /** A sentence where the outcome alone does not say why. */
  reason: string | null;
};

export type Step = Ask | Wait | Finish;
