import { addressNumber } from "#app/address-number.ts";
import { Refused } from "#lib/domain/errors.ts";
import { Format } from "#lib/domain/export/formats.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { findSnapshot } from "#lib/server/data-sets/find.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

/** Who asks for a file of which snapshot, by its address; what they may do with it is decided where it is read. */
export async function findRelease(
  params: Promise<{ slug: string; number: string; format: string }>,
): Promise<{ actor: PersonActor; snapshotId: string; format: Format }> {
  const [actor, { slug, number, format }] = await Promise.all([requireActor(), params]);
  const known = Format.safeParse(format);
  if (!known.success) throw new Refused("not_found", accessStrings.notFound);
  const { project } = await requireProject(actor, slug, "dataSets.read");
  const snapshotId = await findSnapshot(actor, { projectId: project.id, number: addressNumber(number) });
  return { actor, snapshotId, format: known.data };
}
