import { addressId } from "#app/address-id.ts";
import { respond } from "#app/respond.ts";
import { seenIn } from "#app/seen-in.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { releaseClaim } from "#lib/server/reviews/give-back.ts";
import { heartbeat } from "#lib/server/reviews/keep-claim.ts";

type Context = RouteContext<"/api/projects/[slug]/review/[reviewId]/claim">;

/** A sign of life: the claim holds on. */
export const POST = (request: Request, { params }: Context) =>
  respond(request, async () =>
    Response.json(
      await heartbeat(await requireActor(), addressId((await params).reviewId), await seenIn(request)),
    ),
  );

/** Gives the claim back, as its page goes away. */
export const DELETE = (request: Request, { params }: Context) =>
  respond(request, async () => {
    await releaseClaim(await requireActor(), addressId((await params).reviewId), await seenIn(request));
    return new Response(null, { status: 204 });
  });
