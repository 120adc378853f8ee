import { z } from "zod";
import { FaultCode } from "#lib/domain/deliberation/fault.ts";
import type { Provider } from "./provider.ts";

/** Faults that last until someone mends the endpoint. */
export const stoppingFaults = ["bad_key", "no_quota", "no_model"] as const satisfies readonly FaultCode[];

/** Why an endpoint does not serve: a fault that someone must mend, or an admin's word. */
export const StoppedReason = z.enum([...stoppingFaults, "by_admin"]);

export type StoppedReason = z.infer<typeof StoppedReason>;

/** An endpoint in a list. Prices in micro-dollars per million tokens, instants in ISO 8601. */
export type EndpointRow = {
  id: string;
  name: string;
  provider: Provider;
  model: string;
  /** Host and port of its URL; null for rehearsal. */
  host: string | null;
  synthetic: boolean;
  hasKey: boolean;
  state: "ready" | "stopped";
  stoppedReason: StoppedReason | null;
  stoppedAt: string | null;
  archived: boolean;
  /** How many projects may use it. */
  projects: number;
};

/** An unfinished run with deliberations that are put aside. */
export type WaitingRun = {
  project: string;
  slug: string;
  number: number;
  waiting: number;
  /** Whether whoever looks may open the run. */
  mayRead: boolean;
};

/** An endpoint with all that its page shows. A key is never among it. */
export type EndpointView = EndpointRow & {
  version: number;
  baseUrl: string | null;
  /** Of Amazon Bedrock. */
  region: string | null;
  structuredOutputs: boolean;
  inputPrice: number;
  cachedInputPrice: number | null;
  outputPrice: number;
  limits: { maxConcurrent: number; requestsPerMinute: number | null; tokensPerMinute: number | null };
  live: {
    /** Calls at once that it takes now: fewer than the limit after it was overloaded. */
    concurrency: number;
    /** Calls that workers may have in flight now. */
    leased: number;
    /** Until when no call is made because of faults in a row. */
    openUntil: string | null;
    /** That time is over, and single calls try whether it answers again. */
    isTried: boolean;
    /** Runs of which something waits, for this endpoint or for another of theirs. */
    waiting: WaitingRun[];
  };
  grants: { projectId: string; slug: string; name: string }[];
  /** All versions, newest first. */
  versions: {
    version: number;
    baseUrl: string | null;
    model: string;
    structuredOutputs: boolean;
    inputPrice: number;
    cachedInputPrice: number | null;
    outputPrice: number;
    createdAt: string;
  }[];
  lastTest: EndpointTest | null;
};

/** What one test call found; kept on the endpoint until the next. */
export const EndpointTest = z.object({
  at: z.string(),
  ok: z.boolean(),
  latencyMs: z.int(),
  /** Model id as the endpoint named it. */
  model: z.string().nullable(),
  tokensIn: z.int().nullable(),
  tokensOut: z.int().nullable(),
  costMicros: z.int(),
  /** Whether a reply kept to the schema that was sent with the request; `off` where none is sent. */
  structuredOutput: z.enum(["works", "fails", "off"]),
  fault: z.object({ code: FaultCode, sentence: z.string() }).nullable(),
});

export type EndpointTest = z.infer<typeof EndpointTest>;
