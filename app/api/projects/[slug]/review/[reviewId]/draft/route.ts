import { z } from "zod";
import { respond } from "#app/respond.ts";
import { Refused } from "#lib/domain/errors.ts";
import { ReviewDraft } from "#lib/domain/review/draft.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { saveDraft } from "#lib/server/reviews/save-draft.ts";

const Save = z.object({
  baseRevisionId: z.uuid(),
  version: z.int().nonnegative(),
  content: ReviewDraft,
});

type Context = RouteContext<"/api/projects/[slug]/review/[reviewId]/draft">;

/** Stores a draft; a request, not an action, so that it outlives the page and waits for nothing. */
export const PUT = (request: Request, { params }: Context) =>
  respond(request, async () => {
    const actor = await requireActor();
    const { reviewId } = await params;
    const save = Save.safeParse(await request.json().catch(() => null));
    if (!save.success || !z.uuid().safeParse(reviewId).success) {
      throw new Refused("invalid", reviewStrings.unreadableDraft);
    }
    return Response.json(await saveDraft(actor, { reviewId, ...save.data }));
  });
