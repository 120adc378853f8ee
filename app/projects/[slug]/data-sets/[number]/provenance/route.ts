import { addressNumber } from "#app/address-number.ts";
import { fileResponse } from "#app/file-response.ts";
import { respond } from "#app/respond.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { findSnapshot } from "#lib/server/data-sets/find.ts";
import { streamPairProvenance } from "#lib/server/data-sets/pair-provenance.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

/** What stands behind the rows of a data set of pairs, beliefs among it, for leads. */
export function GET(
  request: Request,
  { params }: RouteContext<"/projects/[slug]/data-sets/[number]/provenance">,
): Promise<Response> {
  return respond(request, async () => {
    const [actor, { slug, number }] = await Promise.all([requireActor(), params]);
    const { project } = await requireProject(actor, slug, "dataSets.release");
    const snapshotId = await findSnapshot(actor, { projectId: project.id, number: addressNumber(number) });
    const { fileName, stream } = await streamPairProvenance(actor, snapshotId);
    return fileResponse(fileName, "application/jsonl", stream);
  });
}
