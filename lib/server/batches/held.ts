import { Prisma } from "#prisma/generated/client.ts";

type Tx = Pick<Prisma.TransactionClient, "$queryRaw">;

/** A condition on `r`, the records: that no batch holds it for others. */
export function notHeldFromThem(userId: string): Prisma.Sql {
  return Prisma.sql`(r.batch_id is null
    or r.batch_id = any (array(select b.batch_id from batch_people b where b.user_id = ${userId}::uuid)))`;
}

/** Whether a batch holds a record for people of whom this one is none. */
export async function isHeldForOthers(tx: Tx, recordId: string, userId: string): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>(
    Prisma.sql`select 1 from records r where r.id = ${recordId}::uuid and not ${notHeldFromThem(userId)}`,
  );
  return held.length > 0;
}
