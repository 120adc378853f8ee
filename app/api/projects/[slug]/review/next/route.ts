import { respond } from "#app/respond.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { loadAhead } from "#lib/server/reviews/load-ahead.ts";

type Context = RouteContext<"/api/projects/[slug]/review/next">;

/** What most likely comes after the record at hand (`?past=12.184`), as the room shows it; `null` where nothing does. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(request, async () => {
    const [actor, { slug }] = await Promise.all([requireActor(), params]);
    const { project } = await requireProject(actor, slug, "records.review");
    const past = new URL(request.url).searchParams.get("past") ?? "";
    const room = await loadAhead(actor, project.id, past);
    return Response.json(room, { headers: { "cache-control": "private, no-store" } });
  });
}
