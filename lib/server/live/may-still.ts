import type { ProjectAction } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { actorOf } from "#lib/server/access/actor-of.ts";
import { authorize } from "#lib/server/access/authorize.ts";

/**
 * Whether whoever sent a request may (still) do this: the session and the role are read anew with every call.
 *
 * @param requestHeaders with the session's cookie
 */
export async function mayStill(
  requestHeaders: Headers,
  action: ProjectAction,
  object: { projectId: string },
): Promise<boolean> {
  try {
    const actor = await actorOf(requestHeaders);
    if (!actor) return false;
    await authorize(actor, action, object);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}
