import { type Actor, projectActions } from "#lib/domain/access/actions.ts";
import type { WaitingRun } from "#lib/domain/endpoint/view.ts";
import { pool } from "#lib/server/database/client.ts";

/**
 * The unfinished runs that use an endpoint and have deliberations put aside, most of them first. Callers have authorized
 * for the endpoint.
 */
export async function runsWaiting(actor: Actor, endpointId: string): Promise<WaitingRun[]> {
  const { rows } = await pool.query<WaitingRun>(
    `select p.name as project, p.slug, r.number, w.n as waiting,
       ($2::uuid is null or exists (
         select from memberships m where m.project_id = p.id and m.user_id = $2 and m.role::text = any($3)
       )) as "mayRead"
     from runs r
     join projects p on p.id = r.project_id
     join lateral (
       select count(*)::int as n from deliberations
       where run_id = r.id and outcome is null and waiting_for is not null
     ) w on w.n > 0
     where r.finished_at is null and r.plan_id in (
       select pr.plan_id from plan_roles pr join endpoint_versions v on v.id = pr.endpoint_version_id
       where v.endpoint_id = $1
     )
     order by w.n desc, p.name, r.number`,
    [endpointId, actor.kind === "operator" ? null : actor.userId, projectActions["runs.read"]],
  );
  return rows;
}
