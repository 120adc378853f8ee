import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { root } from "#lib/server/env.ts";
import type { FakeCall } from "#lib/server/testing/fake-endpoint.ts";
import type { Misbehaviour } from "#lib/server/testing/fake-misbehaviour.ts";
import type { Shared } from "./prefix.ts";

/** How the endpoint behaves from now on. */
export type Behaviour = {
  latencyMs: number;
  /** Every reply is longer by so many bytes than the shortest that makes sense, in words that do not compress. */
  moreBytes: number;
  /** What share of the calls misbehaves, and how: in turn. */
  faultShare: number;
  faults: readonly Misbehaviour[];
};

/** What the endpoint has seen so far. */
export type Seen = {
  calls: number;
  mostAtOnce: number;
  /** Characters of all messages of a request, on average. */
  askedPerCall: number;
  shared: Shared;
};

export type Order = { do: "behave"; behaviour: Partial<Behaviour> } | { do: "tell" } | { do: "list" };

/** A fake endpoint in a process of its own, so that what it costs is nobody else's. */
export type BenchEndpoint = AsyncDisposable & {
  /** Base URL, ending in `/v1`. */
  url: string;
  behave(behaviour: Partial<Behaviour>): Promise<void>;
  seen(): Promise<Seen>;
  /** Its ledger: every call it saw, `at` in milliseconds of its own clock. */
  calls(): Promise<FakeCall[]>;
};

/** Starts it; it ends with this process. */
export async function startEndpoint(behaviour: Partial<Behaviour> = {}): Promise<BenchEndpoint> {
  const child = fork(path.join(root, "bench/endpoint-process.ts"), { serialization: "advanced" });
  const [url] = await once(child, "message");
  async function order<Answer>(what: Order): Promise<Answer> {
    const answer = once(child, "message");
    child.send(what);
    const [said] = await answer;
    return said;
  }
  await order({ do: "behave", behaviour });
  return {
    url,
    behave: (next) => order({ do: "behave", behaviour: next }),
    seen: () => order({ do: "tell" }),
    calls: () => order({ do: "list" }),
    async [Symbol.asyncDispose]() {
      const gone = once(child, "exit");
      child.disconnect();
      await gone;
    },
  };
}
