import type { Actor } from "#lib/domain/access/actions.ts";
import type { Level } from "#lib/domain/exposure/caps.ts";
import { openStatuses } from "#lib/domain/record/status.ts";
import type { QueueFilter } from "#lib/domain/review/queue-choice.ts";
import { waitingLimit } from "#lib/domain/review/view.ts";
import type { Working } from "#lib/domain/review/working.ts";
import { db } from "#lib/server/database/client.ts";
import { limitsOf } from "#lib/server/exposure/limits.ts";
import { foundBy } from "#lib/server/records/found-by.ts";
import { walkOf } from "#lib/server/records/walk.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { claimable } from "./claimable.ts";
import { requireReviewer } from "./reviewer.ts";
import { loadWorking } from "./working.ts";

/** What of it is meant, counted how far. */
type Part = { limit?: number; filter?: QueueFilter; batch?: string | null };

/** Conditions on `r`, the records: one after the other they hold for what a person works through. */
async function* partsOf(
  projectId: string,
  { filter, batch, limit }: Pick<Working, "filter" | "batch"> & { limit: number },
): AsyncGenerator<Prisma.Sql> {
  if (batch !== null) yield Prisma.sql`r.batch_id = ${batch}::uuid`;
  else
    yield* foundBy({ projectId, statuses: openStatuses, filter, walk: walkOf("oldest"), place: null }, limit);
}

/**
 * What waits for a person in a project: how many records they could take up now, counted up to a
 * limit, the ref of the oldest one that they have begun, and levels of which they have had their share today.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function waitingFor(
  actor: Actor,
  projectId: string,
  { limit = waitingLimit, filter = {}, batch = null }: Part = {},
): Promise<{ waiting: number; unfinished: string | null; held: readonly Level[] }> {
  const { userId } = await requireReviewer(actor, projectId);
  const { held } = await limitsOf(userId, projectId);
  let waiting = 0;
  let unfinished: string | null = null;
  for await (const where of partsOf(projectId, { filter, batch, limit })) {
    const [counted] = await db.$queryRaw<{ waiting: number; unfinished: string | null }[]>(Prisma.sql`
      with open_to_me as materialized (${claimable(projectId, userId, { held, where, limit: limit - waiting })})
      select count(*)::int as waiting,
        (select r.ref from open_to_me m join records r on r.id = m.id where m.begun order by m.id limit 1) as unfinished
      from open_to_me`);
    waiting += counted?.waiting ?? 0;
    unfinished ??= counted?.unfinished ?? null;
    if (waiting >= limit) break;
  }
  return { waiting, unfinished, held: held.levels };
}

/** How many records are left of what the actor works through, counted up to 100, and the name of the batch if it is one. */
export async function leftFor(
  actor: Actor,
  projectId: string,
): Promise<{ left: number; batch: string | null }> {
  const { userId } = await requireReviewer(actor, projectId);
  const working = await loadWorking(userId, projectId);
  const [{ waiting }, batch] = await Promise.all([
    waitingFor(actor, projectId, { limit: 100, ...working }),
    working.batch && db.batch.findUnique({ where: { id: working.batch }, select: { name: true } }),
  ]);
  return { left: waiting, batch: batch ? batch.name : null };
}
