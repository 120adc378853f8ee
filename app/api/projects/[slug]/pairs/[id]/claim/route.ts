import { addressId } from "#app/address-id.ts";
import { respond } from "#app/respond.ts";
import { seenIn } from "#app/seen-in.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { keepPair } from "#lib/server/pairs/keep.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

type Context = RouteContext<"/api/projects/[slug]/pairs/[id]/claim">;

/** A sign of life: the claim holds on, and the time is noted for which the pair could be read. */
export const POST = (request: Request, { params }: Context) =>
  respond(request, async () => {
    const actor = await requireActor();
    const { slug, id } = await params;
    const { project } = await requireProject(actor, slug, "records.review");
    const seen = await seenIn(request);
    await keepPair(actor, { projectId: project.id, pairId: addressId(id), seen });
    return new Response(null, { status: 204 });
  });
