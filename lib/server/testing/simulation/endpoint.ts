import type { FaultCode } from "#lib/domain/deliberation/fault.ts";
import { stageOf } from "#lib/domain/deliberation/prompts.ts";
import type { Answer, Question } from "#lib/server/worker/ask.ts";
import type { Gate, Permit, Turned } from "#lib/server/worker/gate.ts";
import type { Endpoints } from "#lib/server/worker/world.ts";
import { goodReply } from "../fake-replies.ts";
import type { Memory } from "./memory.ts";
import type { Process, Scheduler } from "./scheduler.ts";

export const endpointId = "endpoint";

const faults: readonly FaultCode[] = [
  ...(["timeout", "network", "server_error", "cut_reply", "rate_limited", "overloaded"] as const),
  ...(["bad_json", "bad_json", "truncated", "refused", "content_filtered", "bad_key", "no_quota"] as const),
  ...(["bad_request", "too_long"] as const),
];
const stopping: readonly FaultCode[] = ["bad_key", "no_quota", "no_model"];
/** What says something of the reply; of others nothing is heard. */
const ofReply: readonly FaultCode[] = ["bad_json", "truncated", "refused", "content_filtered"];
const slowestMs = 3_000;

export type Endpoint = {
  /** How many calls were made. */
  calls: number;
  /** How often a call goes wrong. */
  faultRate: number;
  seenFrom(process: Process): Endpoints;
  gate(process: Process): Gate;
};

/** An endpoint whose every mood is decided by the seed. */
export function openEndpoint(scheduler: Scheduler, memory: Memory, faultRate: number): Endpoint {
  const { between, chance, pick } = scheduler;

  function answerTo({ request, maxOutputTokens }: Question, latencyMs: number): Answer {
    endpoint.calls += 1;
    const fault = chance(endpoint.faultRate) ? pick(faults) : null;
    const said = fault === null || ofReply.includes(fault);
    const hasUsage = said && chance(0.9);
    const bytes = Buffer.byteLength(JSON.stringify([request.instructions, request.messages]));
    return {
      // A reply that cannot be read is found out by who reads it.
      fault: fault === "bad_json" ? null : fault,
      detail: null,
      text: fault === null ? replyTo(request.schemaName) : fault === "bad_json" ? "Well." : null,
      retryAfterMs: fault === "rate_limited" && chance(0.5) ? Math.round(between(0, 20_000)) : null,
      finishReason: said ? "stop" : null,
      model: "simulated",
      warnings: [],
      tokensIn: hasUsage ? Math.floor(between(0.1, 0.3) * bytes) : null,
      tokensCached: 0,
      tokensOut: hasUsage ? Math.floor(between(0.01, 0.2) * maxOutputTokens) : null,
      latencyMs,
    };
  }

  function replyTo(schemaName: string): string {
    const stage = stageOf(schemaName) ?? "initial";
    const thought = { id: "t1.1", text: "" };
    const agrees = stage === "refine" ? 1 : chance(0.6) ? 3 : 0;
    const asked = { stage, prompt: "", thoughts: Array(agrees).fill(thought) };
    const reply = goodReply(asked, `(m${endpoint.calls})`) as object;
    return JSON.stringify(stage === "assess" ? { ...reply, probability: between(0, 1) } : reply);
  }

  function silence(fault: "timeout" | "lost", latencyMs: number): Answer {
    const nothing = {
      detail: null,
      text: null,
      retryAfterMs: null,
      finishReason: null,
      model: null,
      warnings: [],
    };
    return { fault, ...nothing, tokensIn: null, tokensCached: null, tokensOut: null, latencyMs };
  }

  const endpoint: Endpoint = {
    calls: 0,
    faultRate,
    seenFrom: (process) => ({
      async call(_, question, cut) {
        const hangs = chance(endpoint.faultRate / 10);
        const begun = scheduler.now();
        const took = hangs ? question.deadlineMs : Math.min(question.deadlineMs, between(50, slowestMs));
        await process.clock.sleep(took, cut);
        const latencyMs = Math.round(scheduler.now() - begun);
        const answer = cut.aborted
          ? silence("lost", latencyMs)
          : took === question.deadlineMs
            ? silence("timeout", latencyMs)
            : answerTo(question, latencyMs);
        const { fault } = answer;
        return {
          answer,
          async heed() {
            if (fault && stopping.includes(fault)) memory.stoppedEndpoints.add(endpointId);
          },
        };
      },
      isServing: async () => !memory.stoppedEndpoints.has(endpointId),
    }),
    gate: (process) => ({
      async pass(_, __, patienceMs, signal): Promise<Permit | Turned> {
        const isBusy = chance(endpoint.faultRate / 4);
        await process.clock.sleep(isBusy ? patienceMs : between(0, 20), signal);
        if (signal.aborted) return { kind: "left" };
        if (memory.stoppedEndpoints.has(endpointId)) return { kind: "stopped" };
        if (isBusy) return { kind: "busy" };
        if (chance(endpoint.faultRate / 8)) return { kind: "closed", ms: between(1_000, 10_000) };
        return { kind: "permit", async depart() {}, release() {} };
      },
      async close() {},
    }),
  };
  return endpoint;
}
