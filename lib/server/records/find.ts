import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { db } from "#lib/server/database/client.ts";

/**
 * Id of the record that people call by this ref in a project. Whoever asks has yet to authorize for it.
 *
 * @throws Refused `not_found`
 */
export async function findRecordId(projectId: string, ref: string): Promise<string> {
  const record = await db.record.findUnique({
    where: { projectId_ref: { projectId, ref } },
    select: { id: true },
  });
  if (!record) throw new Refused("not_found", accessStrings.notFound);
  return record.id;
}
