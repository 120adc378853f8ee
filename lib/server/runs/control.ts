import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { runStrings } from "#lib/domain/strings/run.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { hintOfWork } from "#lib/server/worker/hints.ts";
import { Prisma, type RunStatus } from "#prisma/generated/client.ts";
import { requireBeliefRuns } from "./belief-runs.ts";
import { findRunById, type RunHandle } from "./find.ts";

// Each of these changes the run's row first and only from the statuses it names. Of two people who press
// different buttons, the second waits for the first and then sees what it did.

/**
 * No further call is made; calls in flight end and are kept.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` unless it is queued or running
 */
export async function pauseRun(actor: Actor, runId: string): Promise<void> {
  await steer(actor, runId, "run.pause", async (tx) => {
    await move(tx, runId, ["queued", "running"], Prisma.sql`status = 'paused'`);
  });
}

/**
 * Goes on where it was paused. Deadlines run anew from here.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` unless it is paused
 */
export async function resumeRun(actor: Actor, runId: string): Promise<void> {
  await steer(actor, runId, "run.resume", async (tx, run) => {
    if (run.kind === "belief") await requireBeliefRuns(tx, run.projectId);
    await move(tx, runId, ["paused"], Prisma.sql`status = 'running', resumed_at = now()`);
    // What was sent to workers and dropped because of the pause is due at once; what waits for more keeps waiting.
    await tx.$executeRaw`update deliberations set ready_at = now()
      where run_id = ${runId}::uuid and outcome is null and worker_id is null and ready_at > now()
        and waiting_for is null`;
  });
}

/**
 * Ends everything open as `cancelled`. What a worker holds at this moment it ends itself, within a second.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` if it has ended
 */
export async function cancelRun(actor: Actor, runId: string): Promise<void> {
  await steer(actor, runId, "run.cancel", async (tx) => {
    const end = Prisma.sql`status = 'cancelled', finished_at = now()`;
    await move(tx, runId, ["queued", "running", "paused"], end);
    await tx.$executeRaw`
      update deliberations set outcome = 'cancelled', finished_at = now(), waiting_for = null, fence = fence + 1
      where run_id = ${runId}::uuid and outcome is null and worker_id is null`;
  });
}

/**
 * Opens again what ended without a chain of thought. Turns and attempts stay; the fence is raised, earlier
 * faults no longer count, deadlines run anew. What rests on something erased stays ended.
 *
 * @returns how many go on
 * @throws Refused `not_found`, `forbidden`; `conflict` if nothing failed
 */
export async function retryRun(actor: Actor, runId: string): Promise<{ retried: number }> {
  return steer(actor, runId, "run.retry", async (tx, run) => {
    if (run.kind === "belief") await requireBeliefRuns(tx, run.projectId);
    // Whether there is anything to retry shows below.
    await tx.$executeRaw`update runs set finished_at = null,
      status = case when status = 'paused' then status else 'running' end where id = ${runId}::uuid`;
    const retried = await tx.$executeRaw`
      update deliberations set outcome = null, outcome_reason = null, finished_at = null, retried_at = now(),
        ready_at = now(), waiting_for = null, fence = fence + 1
      where run_id = ${runId}::uuid and outcome is not null
        and outcome not in ('consensus', 'rounds_spent', 'completed')
        and not exists (select from prompts p where p.id = prompt_id and p.erasure_id is not null)
        and not exists (select from revisions v
          where v.id in (subject_revision_id, rival_revision_id) and v.erasure_id is not null)`;
    if (retried === 0) throw new Refused("conflict", runStrings.nothingToRetry);
    return { retried };
  });
}

/** Authorizes, changes, audits and wakes the workers, all in one transaction. */
async function steer<T>(
  actor: Actor,
  runId: string,
  action: string,
  change: (tx: Prisma.TransactionClient, run: RunHandle) => Promise<T>,
): Promise<T> {
  const run = await findRunById(actor, "runs.control", runId);
  return db.$transaction(
    async (tx) => {
      const result = await change(tx, run);
      await appendAudit(tx, auditOf(actor, action, run, result));
      await hintOfWork(tx);
      return result;
    },
    // Closing or opening 100,000 deliberations takes seconds.
    { maxWait: 10_000, timeout: 120_000 },
  );
}

function auditOf(actor: Actor, action: string, { id, number, projectId }: RunHandle, result: unknown) {
  const detail = typeof result === "object" ? { number, ...result } : { number };
  return { actor, projectId, action, objectKind: "run", objectId: id, detail };
}

async function move(
  tx: Prisma.TransactionClient,
  id: string,
  from: readonly RunStatus[],
  to: Prisma.Sql,
): Promise<void> {
  const moved = await tx.$executeRaw`update runs set ${to}
    where id = ${id}::uuid and status::text = any(${[...from]})`;
  if (moved === 1) return;
  const { status } = await tx.run.findUniqueOrThrow({ where: { id }, select: { status: true } });
  throw new Refused("conflict", whyNot(status));
}

function whyNot(status: RunStatus): string {
  if (status === "paused") return runStrings.alreadyPaused;
  if (status === "queued" || status === "running") return runStrings.notPaused;
  return runStrings.alreadyEnded(status);
}
