import type { ChildProcess } from "node:child_process";
import { onTestFinished } from "vitest";
import { type FakeEndpoint, startFakeEndpoint } from "./fake-endpoint.ts";
import { end, spawnWorker } from "./runs.ts";

/** A worker in a process of its own, which is gone once the test is over. */
export async function workerForTest(): Promise<ChildProcess> {
  const worker = await spawnWorker();
  onTestFinished(async () => void (await end(worker, "SIGKILL")));
  return worker;
}

/** An endpoint that is closed once the test is over, after the workers that were spawned since. */
export async function endpointForTest(
  behaviour: Parameters<typeof startFakeEndpoint>[0],
): Promise<FakeEndpoint> {
  const endpoint = await startFakeEndpoint(behaviour);
  onTestFinished(() => endpoint.close());
  return endpoint;
}
