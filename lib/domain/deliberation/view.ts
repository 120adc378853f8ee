import type { Finding } from "#lib/domain/checks/finding.ts";
import type { Dimension } from "#lib/domain/grading/dimension.ts";
import type { Score } from "#lib/domain/grading/score.ts";
import type { FaultCode } from "./fault.ts";
import type { Outcome } from "./outcome.ts";
import type { ProvenanceStep } from "./provenance.ts";
import type { RecipeKind } from "./recipe.ts";
import type { Stage } from "./stage.ts";
import type { Turn } from "./turn.ts";

/** One call as the deliberation page shows it. Money in micro-dollars, time in milliseconds, instants in ISO 8601. */
export type AttemptView = {
  n: number;
  endpoint: string;
  model: string;
  fault: FaultCode | null;
  faultDetail: string | null;
  finishReason: string | null;
  /** What was not sent as the recipe says. */
  warnings: string[];
  retryAfterMs: number | null;
  tokensIn: number | null;
  tokensCached: number | null;
  tokensOut: number | null;
  costMicros: number;
  latencyMs: number;
  /** What came back, where it was not accepted. */
  raw: string | null;
  at: string;
};

/** A stored turn with what it took to get it. */
export type TurnView = {
  seq: number;
  stage: Stage;
  round: number | null;
  role: string;
  /** The role's name in the recipe. */
  name: string;
  model: string | null;
  /** Name of the endpoint that answered in the role's place, where the recipe's fallback did. */
  fallback: string | null;
  /** Null where its content was erased. */
  turn: Turn | null;
  /** What the model sent, where that is not the reply itself. */
  raw: string | null;
  attempts: AttemptView[];
  /** With template version and plan, all it takes to build the request anew. Null where only what was said is shown. */
  request: { templateVersion: number; seed: number; hash: string } | null;
  at: string;
};

/** A thought of the result, or of the state so far, with its history. */
export type ResultThought = {
  id: string;
  text: string;
  clauses: string[];
  isRemoved: boolean;
  history: ProvenanceStep[];
};

/** What the deterministic checks noticed in the result. */
export type Noticed = {
  /** Of the checks; null where they have not looked at it. */
  version: number | null;
  findings: Finding[];
  /** Whether the reader has yet to judge the record, so that nothing is told to them. */
  isWithheld: boolean;
};

/** What a grading judges, with what the judges said of it so far. */
export type JudgedView = {
  /** Of its record. */
  ref: string;
  /** The kept ones. */
  thoughts: { id: string; text: string; clauses: string[] }[];
  response: string;
  /** What it is compared with, where two are. */
  rival: {
    ref: string;
    thoughts: { id: string; text: string; clauses: string[] }[];
    response: string;
  } | null;
  judges: {
    key: string;
    name: string;
    /** Whether its model wrote what it judges. */
    wroteIt: boolean;
    /** Dimensions on which it agrees too little with people. */
    unfit: readonly Dimension[];
  }[];
  scores: Score[];
  /** Whether the reader has yet to judge the record, so that no score is told to them. */
  isWithheld: boolean;
};

type PolicyName = { number: number; title: string };

/** Everything the deliberation page shows. The live stream sends the whole of it anew after each turn. */
export type DeliberationView = {
  id: string;
  /** `12.184`: run and prompt. */
  ref: string;
  runNumber: number;
  prompt: {
    number: number;
    messages: { role: "system" | "user" | "assistant"; content: string }[];
    severity: string;
    category: string | null;
    dataSet: string | null;
    erased: boolean;
  };
  recipe: {
    name: string;
    version: number;
    kind: RecipeKind;
    rounds: number | null;
    stopRule: "any_agrees" | "all_agree" | null;
    /** Names of the agents by role key, in speaking order; an agent's place gives its hue. */
    agents: { key: string; name: string }[];
  };
  synthetic: boolean;
  turns: TurnView[];
  /** Attempts since the last turn that gave none. */
  faults: AttemptView[];
  /** Who is being asked now, or would be next; null once it ended. */
  next: { stage: Stage; round: number | null; role: string; name: string } | null;
  state: "waiting" | "in_flight" | "paused" | "ended";
  /** Why it waits, where it waits for more than its turn. */
  waitingFor: string | null;
  readyAt: string;
  outcome: Outcome | null;
  outcomeReason: string | null;
  /** The record that came of it. */
  record: { ref: string; kept: number; removed: number } | null;
  /** What the stages after the intent stage see, where the decomposer chose; null where there was no choice, or none yet. */
  policies: { seen: PolicyName[]; leftOut: PolicyName[] } | null;
  /** What the refiner gave, or what stands so far; null before the first answer, and where turns were erased. */
  result: ResultThought[] | null;
  /** In a grading. */
  judged: JudgedView | null;
  /** Texts of the clauses in the run's policy set, by number; and the thoughts that cite them, where those are known. */
  clauses: Record<string, { policy: string; text: string; citedBy?: string[] }>;
  totals: { turns: number; attempts: number; tokens: number; costMicros: number; elapsedMs: number | null };
  startedAt: string | null;
  finishedAt: string | null;
};

/** What was said, without what it took: all that the conversation needs. */
export type Spoken = Pick<DeliberationView, "turns" | "recipe" | "clauses">;
