import { addressNumber } from "#app/address-number.ts";
import { respond } from "#app/respond.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { streamRun } from "#lib/server/runs/stream.ts";

type Context = RouteContext<"/api/projects/[slug]/runs/[number]/stream">;

/** The figures of a run, anew whenever they change. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(request, async () => {
    const [actor, { slug, number }] = await Promise.all([requireActor(), params]);
    const { project } = await requireProject(actor, slug, "runs.read");
    return streamRun(request, actor, project.id, addressNumber(number));
  });
}
