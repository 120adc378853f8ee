import { addressNumber } from "#app/address-number.ts";
import { respond } from "#app/respond.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { streamDeliberation } from "#lib/server/deliberations/stream.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

type Context = RouteContext<"/api/projects/[slug]/runs/[number]/[prompt]/stream">;

/** A deliberation while it runs, anew after every turn. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(request, async () => {
    const [actor, { slug, number, prompt }] = await Promise.all([requireActor(), params]);
    const { project } = await requireProject(actor, slug, "runs.read");
    return streamDeliberation(request, actor, project.id, addressNumber(number), addressNumber(prompt));
  });
}
