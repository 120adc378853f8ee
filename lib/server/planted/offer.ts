import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";

/**
 * Ids of the planted records that a person could be given, in order of planting: not those that they have judged or
 * skipped, nor copies of what they reviewed.
 *
 * @param draw a number from 0 up to 1, by which the share is kept
 * @param past id of the record at hand, which is not what comes next; null at the start
 * @param where a condition on `r`, the records, that they have to fit: they stand out nowhere
 * @returns none where it is not the turn of a planted one
 */
export async function plantedFor(
  projectId: string,
  userId: string,
  { draw, past, where }: { draw: number; past: string | null; where: Prisma.Sql },
): Promise<string[]> {
  const { plantedPercent } = await db.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { plantedPercent: true },
  });
  if (draw * 100 >= plantedPercent) return [];
  const own = { reviewerId: userId, withdrawnAt: null };
  const records = await db.record.findMany({
    where: {
      projectId,
      planted: true,
      ...(past !== null && { id: { not: past } }),
      status: { in: ["awaiting_review", "in_review", "stale"] },
      rounds: { none: { reviews: { some: { ...own, status: { in: ["submitted", "skipped"] } } } } },
      plantedFrom: { rounds: { none: { reviews: { some: { ...own, status: "submitted" } } } } },
    },
    orderBy: { id: "asc" },
    take: 8,
    select: { id: true },
  });
  const fitting = await db.$queryRaw<{ id: string }[]>(
    Prisma.sql`select r.id from records r where r.id = any (${records.map(({ id }) => id)}::uuid[]) and ${where} order by r.id`,
  );
  return fitting.map(({ id }) => id);
}
