import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { endpointStrings } from "#lib/domain/strings/endpoint.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/**
 * An endpoint that may still be changed, with its newest version; its row is locked until the transaction ends.
 *
 * @throws Refused `not_found`; `conflict` if it is archived
 */
export async function lockEndpoint(tx: Prisma.TransactionClient, id: string) {
  await tx.$executeRaw`select from endpoints where id = ${id}::uuid for update`;
  const endpoint = await tx.endpoint.findUnique({
    where: { id },
    include: { versions: { orderBy: { version: "desc" }, take: 1 } },
  });
  const [newest] = endpoint?.versions ?? [];
  if (!endpoint || !newest) throw new Refused("not_found", accessStrings.notFound);
  if (endpoint.archivedAt) throw new Refused("conflict", endpointStrings.archivedAlready);
  return { endpoint, newest };
}
