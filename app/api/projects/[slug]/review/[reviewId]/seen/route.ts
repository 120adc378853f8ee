import { addressId } from "#app/address-id.ts";
import { respond } from "#app/respond.ts";
import { seenIn } from "#app/seen-in.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { noteReviewSeen } from "#lib/server/reviews/keep-claim.ts";

type Context = RouteContext<"/api/projects/[slug]/review/[reviewId]/seen">;

/** For how long the record could be read, as its page goes out of sight. */
export const POST = (request: Request, { params }: Context) =>
  respond(request, async () => {
    const seen = await seenIn(request);
    if (seen !== null) await noteReviewSeen(await requireActor(), addressId((await params).reviewId), seen);
    return new Response(null, { status: 204 });
  });
