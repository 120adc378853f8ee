import { expect } from "vitest";
import { db } from "#lib/server/database/client.ts";
import { loadRunProgress } from "#lib/server/runs/progress.ts";
import { operator } from "./runs.ts";

/** Holds the counters of a run against what they count. */
export async function reconcile(runId: string): Promise<void> {
  const [progress, byOutcome] = await Promise.all([
    loadRunProgress(operator, runId),
    db.deliberation.groupBy({ by: ["outcome"], where: { runId }, _count: true }),
  ]);
  const counted = Object.fromEntries(byOutcome.map(({ outcome, _count }) => [outcome ?? "open", _count]));
  const { open = 0, ...ended } = counted;
  expect(progress.outcomes).toEqual(ended);
  expect(progress.inFlight + progress.waiting).toBe(open);
  expect(await db.attempt.count({ where: { deliberation: { runId } } })).toBe(progress.attempts);
  expect(await db.turn.count({ where: { deliberation: { runId } } })).toBe(progress.turns);
}
