import type { Actor } from "#lib/domain/access/actions.ts";
import type { RunRow } from "#lib/domain/run/view.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { pool } from "#lib/server/database/client.ts";

const pageSize = 50;

/** A page of runs; `next` goes into `before` for the page after it. */
export type RunPage = { rows: RunRow[]; next: number | null };

type Stored = Omit<RunRow, "createdAt" | "finishedAt"> & { createdAt: Date; finishedAt: Date | null };

/** What a row of a list knows of a run `r`; its figures are those of what has ended. */
export const runColumns = `r.id, r.number, r.kind, c.name as recipe, r.status, r.subjects, r.synthetic,
  coalesce(t.done, 0) as done, coalesce(t.failed, 0) as failed, coalesce(t.cost, 0)::float8 as "costMicros",
  u.name as "createdBy", r.created_at as "createdAt", r.finished_at as "finishedAt"`;

export const runTables = `runs r
  join plans p on p.id = r.plan_id
  join recipe_versions v on v.id = p.recipe_version_id
  join recipes c on c.id = v.recipe_id
  left join users u on u.id = r.created_by_id
  left join lateral (
    select sum(n)::int as done, sum(cost_micros) as cost,
      (sum(n) filter (where outcome not in ('consensus', 'rounds_spent', 'completed')))::int as failed
    from run_tallies where run_id = r.id
  ) t on true`;

/**
 * The runs of a project, newest first.
 *
 * @param page `before` is a run's number; `active` leaves out what is finished or cancelled
 * @throws Refused `not_found`, `forbidden`
 */
export async function listRuns(
  actor: Actor,
  projectId: string,
  page: { before?: number | null; active?: boolean } = {},
): Promise<RunPage> {
  await authorize(actor, "runs.read", { projectId });
  const { rows } = await pool.query<Stored>(
    `select ${runColumns} from ${runTables}
     where r.project_id = $1 and ($2::int is null or r.number < $2) and (not $3 or r.finished_at is null)
     order by r.number desc limit ${pageSize + 1}`,
    [projectId, page.before ?? null, page.active ?? false],
  );
  const shown = rows.slice(0, pageSize).map(runRow);
  return { rows: shown, next: rows.length > pageSize ? (shown.at(-1)?.number ?? null) : null };
}

/** A row as pages take it. */
export function runRow(row: Stored): RunRow {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
