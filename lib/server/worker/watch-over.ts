import { db, pool } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { type Held, letGo } from "./held.ts";

/** Says that this worker is alive. @returns false if it was taken for dead meanwhile and buried */
export async function beat(workerId: string): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: "beat",
    text: "update workers set beat_at = now() where id = $1 and stopped_at is null",
    values: [workerId],
  });
  return rowCount === 1;
}

/** A deliberation that the database takes to be in this worker's hands. */
export type Charge = { id: string; fence: number; status: string };

/** What the database takes to be in this worker's hands, with the status of its run. */
export async function chargesOf(workerId: string): Promise<Charge[]> {
  const { rows } = await pool.query<Charge>({
    name: "charges of",
    text: `select d.id, d.fence, r.status from deliberations d join runs r on r.id = d.run_id
      where d.worker_id = $1 and d.outcome is null`,
    values: [workerId],
  });
  return rows;
}

/**
 * Lets go of what was paused, cancelled, or ended by someone else.
 *
 * @param asked what was in hand before the database was asked
 */
export function heedPeople(
  charges: readonly Charge[],
  asked: readonly Held[],
  inHand: ReadonlyMap<string, Held>,
): void {
  const statuses = new Map(charges.map(({ id, status }) => [id, status]));
  for (const held of asked) {
    // What has left this worker's hands since needs no word.
    if (inHand.get(held.id) !== held) continue;
    const status = statuses.get(held.id);
    if (status === "paused") letGo(held, "paused");
    else if (status === "cancelled") letGo(held, "cancelled");
    else if (status === undefined) letGo(held, "lost");
  }
}

/**
 * What is in this worker's hands only in the database, at two looks in a row: the answer to a claim was lost, or what
 * came after it failed.
 */
export function straysIn(
  charges: readonly Charge[],
  before: readonly Charge[],
  inHand: ReadonlyMap<string, Held>,
): Charge[] {
  const seen = new Map(before.map(({ id, fence }) => [id, fence]));
  return charges.filter(({ id, fence }) => seen.get(id) === fence && !inHand.has(id));
}

const nothingOpen = "not exists (select from deliberations d where d.run_id = r.id and d.outcome is null)";

/**
 * Finishes runs of which nothing is open. Their rows are locked before it is looked at again: a *Retry* that opens
 * something takes that lock first.
 */
export async function finishRuns(): Promise<void> {
  const { rows } = await pool.query<{ id: string }>({
    name: "runs to finish",
    text: `select id from runs r where finished_at is null and ${nothingOpen}`,
  });
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`select from runs where id = any(${ids}::uuid[]) order by id for update`;
    await tx.$executeRaw`update runs r set status = 'finished', finished_at = now()
      where id = any(${ids}::uuid[]) and finished_at is null and ${Prisma.raw(nothingOpen)}`;
  });
}

/** Forgets workers of former days. What a dead one holds keeps it here until it was taken over. */
export async function forgetWorkers(): Promise<void> {
  await pool.query(
    `delete from workers w where w.stopped_at < now() - interval '7 days'
     and not exists (select from deliberations d where d.worker_id = w.id and d.outcome is null)`,
  );
}
