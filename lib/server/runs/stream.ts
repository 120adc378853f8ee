import { createHash } from "node:crypto";
import type { Actor } from "#lib/domain/access/actions.ts";
import { eventStream } from "#lib/server/live/event-stream.ts";
import { mayStill } from "#lib/server/live/may-still.ts";
import { findRun } from "./find.ts";
import { progressOf } from "./progress.ts";

/**
 * The live figures of a run, as `RunProgress` per message.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function streamRun(
  request: Request,
  actor: Actor,
  projectId: string,
  number: number,
): Promise<Response> {
  const { id } = await findRun(actor, "runs.read", projectId, number);
  let latest = await progressOf(id);
  const topic = {
    key: `run ${id}`,
    async version() {
      latest = await progressOf(id);
      return createHash("sha1").update(JSON.stringify(latest)).digest("base64url");
    },
    load: async () => latest,
  };
  return eventStream(request, topic, () => mayStill(request.headers, "runs.read", { projectId }));
}
