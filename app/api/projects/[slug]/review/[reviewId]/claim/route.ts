import { z } from "zod";
import { respond } from "#app/respond.ts";
import { Refused } from "#lib/domain/errors.ts";
import { SecondsSeen } from "#lib/domain/exposure/seen.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { releaseClaim } from "#lib/server/reviews/give-back.ts";
import { heartbeat } from "#lib/server/reviews/keep-claim.ts";

type Context = RouteContext<"/api/projects/[slug]/review/[reviewId]/claim">;

/** A sign of life: the claim holds on. */
export const POST = (request: Request, { params }: Context) =>
  respond(request, async () =>
    Response.json(await heartbeat(await requireActor(), await idOf(params), await seenIn(request))),
  );

/** Gives the claim back, as its page goes away. */
export const DELETE = (request: Request, { params }: Context) =>
  respond(request, async () => {
    await releaseClaim(await requireActor(), await idOf(params), await seenIn(request));
    return new Response(null, { status: 204 });
  });

/** Seconds for which the record could be read since the last request; what cannot be read says nothing. */
async function seenIn(request: Request): Promise<number | null> {
  const body = z.object({ seen: SecondsSeen }).safeParse(await request.json().catch(() => null));
  return body.data?.seen ?? null;
}

async function idOf(params: Context["params"]): Promise<string> {
  const { reviewId } = await params;
  if (!z.uuid().safeParse(reviewId).success) throw new Refused("not_found", accessStrings.notFound);
  return reviewId;
}
