/** Called by Next once per server, before its first request. A build calls it too and gets no worker. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { startInProcessWorker } = await import("#lib/server/in-process-worker.ts");
  await startInProcessWorker();
}
