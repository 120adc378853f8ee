import type { Actor } from "#lib/domain/access/actions.ts";
import { pool } from "#lib/server/database/client.ts";
import { eventStream } from "#lib/server/live/event-stream.ts";
import { mayStill } from "#lib/server/live/may-still.ts";
import { findDeliberation, isWithheldFrom } from "./find.ts";
import { viewOf } from "./view.ts";

/**
 * A deliberation while it runs, as the whole `DeliberationView` per message: after every turn and attempt, and when its
 * state changes. It ends when the reader begins to judge the record that it is about, or has judged it: the page comes
 * back and is sent what it may see then.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function streamDeliberation(
  request: Request,
  actor: Actor,
  projectId: string,
  runNumber: number,
  promptNumber: number,
): Promise<Response> {
  const found = await findDeliberation(actor, projectId, runNumber, promptNumber);
  const manner = found.isWithheld ? " without scores" : "";
  const topic = {
    // Listeners to one key are sent the same.
    key: `deliberation ${found.id}${manner}`,
    // So that a page which comes back after that changed is sent what it may see now.
    version: async () => `${await versionOf(found.id)}${manner}`,
    load: () => viewOf(found),
  };
  return eventStream(
    request,
    topic,
    async () =>
      (await isWithheldFrom(actor, found)) === found.isWithheld &&
      mayStill(request.headers, found.needs, { projectId }),
  );
}

/** Everything that makes the view another one, in a few characters. */
async function versionOf(id: string): Promise<string> {
  const { rows } = await pool.query<{ version: string }>({
    name: "version of deliberation",
    text: `select concat_ws('.', (select count(*) from turns where deliberation_id = d.id),
        (select count(*) from attempts where deliberation_id = d.id), d.fence, d.worker_id is not null, d.waiting_for,
        d.outcome, r.status, (select ref from records where deliberation_id = d.id)) as version
      from deliberations d join runs r on r.id = d.run_id where d.id = $1`,
    values: [id],
  });
  return rows[0]?.version ?? "gone";
}
