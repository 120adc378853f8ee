import { addressNumber } from "#app/address-number.ts";
import { fileResponse } from "#app/file-response.ts";
import { respond } from "#app/respond.ts";
import { shiftCsv } from "#lib/domain/pair/shift.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { listShift } from "#lib/server/pairs/shift.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

/** How faithful the two sides of a belief run's pairs are, prompt by prompt, as CSV. */
export function GET(
  request: Request,
  { params }: RouteContext<"/projects/[slug]/runs/[number]/faithfulness">,
): Promise<Response> {
  return respond(request, async () => {
    const [actor, { slug, number }] = await Promise.all([requireActor(), params]);
    const { project } = await requireProject(actor, slug, "runs.read");
    const rows = await listShift(actor, project.id, addressNumber(number));
    return fileResponse(`${slug}-${number}-faithfulness.csv`, "text/csv", shiftCsv(rows));
  });
}
