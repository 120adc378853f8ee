import { type Actor, projectActions } from "#lib/domain/access/actions.ts";
import type { RefusalRate } from "#lib/domain/run/refusals.ts";
import { authorizeInstallation } from "#lib/server/access/authorize.ts";
import { pool } from "#lib/server/database/client.ts";
import { findRunById } from "./find.ts";

const rates = `e.name as endpoint, v.model, nullif(t.category, '') as category,
  sum(t.replies)::int as replies, sum(t.refusals)::int as refusals
  from refusal_tallies t
  join endpoint_versions v on v.id = t.endpoint_version_id
  join endpoints e on e.id = v.endpoint_id`;
const grouped = "group by 1, 2, 3 having sum(t.replies) > 0";

/**
 * How often each model declined the task in the deliberations of a run that have ended, by category of the prompt.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadRunRefusals(actor: Actor, runId: string): Promise<RefusalRate[]> {
  await findRunById(actor, "runs.read", runId);
  const { rows } = await pool.query<RefusalRate>(`select ${rates} where t.run_id = $1 ${grouped}`, [runId]);
  return rows;
}

/**
 * The same for an endpoint, over all runs that this person may read.
 *
 * @throws Refused `forbidden`
 */
export async function loadEndpointRefusals(actor: Actor, endpointId: string): Promise<RefusalRate[]> {
  authorizeInstallation(actor, "endpoints.manage");
  const { rows } = await pool.query<RefusalRate>(
    `select ${rates}
     where e.id = $1 and ($2::uuid is null or t.run_id in (
       select r.id from runs r join memberships m on m.project_id = r.project_id
       where m.user_id = $2 and m.role::text = any($3)
     ))
     ${grouped}`,
    [endpointId, actor.kind === "operator" ? null : actor.userId, projectActions["runs.read"]],
  );
  return rows;
}
