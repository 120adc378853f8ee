// The web server's modules and those of the start script are loaded apart from each other; the process is what they share.
const shared = globalThis as typeof globalThis & {
  colloquyWorker?: { stop(patienceMs: number): Promise<void> };
};

/** Calls in flight get less time than in a worker of its own: the web server does not wait longer. */
const patienceMs = 2_000;

/** Starts the worker that every web process brings along, once. */
export async function startInProcessWorker(): Promise<void> {
  const { startWorker } = await import("./worker/worker.ts");
  shared.colloquyWorker ??= await startWorker();
}

/** Stops it; its leases are given back, so that others go on at once. */
export async function stopInProcessWorker(): Promise<void> {
  await shared.colloquyWorker?.stop(patienceMs);
  delete shared.colloquyWorker;
}
