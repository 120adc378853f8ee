import { z } from "zod";
import type { Actor } from "#lib/domain/access/actions.ts";
import { type CheckName, checkNames } from "#lib/domain/checks/finding.ts";
import type { Outcome } from "#lib/domain/deliberation/outcome.ts";
import type { DeliberationRow } from "#lib/domain/run/view.ts";
import { pool } from "#lib/server/database/client.ts";
import { findRunById } from "#lib/server/runs/find.ts";
import { judgedIn } from "./judging.ts";

const pageSize = 50;
/** Characters of a prompt that a list shows. */
const shownCharacters = 240;

/**
 * Which deliberations of a run: those with one outcome, all that ended without thoughts, those still open, or those in whose
 * result a check noticed something.
 */
export type DeliberationFilter = Outcome | "failed" | "open" | CheckName;

/** What is no cursor of ours begins at the first page. */
const Cursor = z.uuid().nullish().catch(null);

/** `next` goes into `after` for the page after it: the id of the last row. */
export type DeliberationPage = { rows: DeliberationRow[]; next: string | null };

/**
 * A page of a run's deliberations in order of the prompts' numbers. What a check noticed in a record is not told to somebody
 * who has it in review.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function listDeliberations(
  actor: Actor,
  runId: string,
  page: { show?: DeliberationFilter | null; after?: string | null } = {},
): Promise<DeliberationPage> {
  await findRunById(actor, "runs.read", runId);
  const { condition, values } = await conditionFor(actor, runId, page.show);
  const { rows } = await pool.query<DeliberationRow>(
    `select d.id, r.number || '.' || p.number as ref, p.number as "promptNumber",
       left(p.text, ${shownCharacters}) as "promptText", p.severity, p.category,
       case when d.outcome is not null then 'ended' when d.worker_id is not null then 'in_flight'
         when r.status = 'paused' then 'paused' else 'waiting' end as state,
       d.waiting_for as "waitingFor", d.outcome, d.outcome_reason as "outcomeReason",
       coalesce(s.turns, d.turn_count) as turns, coalesce(s.attempts, d.attempt_count) as attempts,
       coalesce(s.cost, d.cost_micros)::float8 as "costMicros"
     from (
       select * from deliberations
       where run_id = $1 and ($2::uuid is null or id > $2) and ${condition}
       order by id limit ${pageSize + 1}
     ) d
     join runs r on r.id = d.run_id
     join prompts p on p.id = d.prompt_id
     left join lateral (
       select (count(*) filter (where fault is null))::int as turns, count(*)::int as attempts,
         sum(cost_micros) as cost
       from attempts where deliberation_id = d.id and d.worker_id is not null having count(*) > 0
     ) s on true
     order by d.id`,
    [runId, Cursor.parse(page.after), ...values],
  );
  const shown = rows.slice(0, pageSize);
  return { rows: shown, next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}

const isCheck = (show: DeliberationFilter): show is CheckName =>
  (checkNames as readonly string[]).includes(show);

/** A condition on a deliberation, and what it names from `$3` on. */
async function conditionFor(
  actor: Actor,
  runId: string,
  show: DeliberationFilter | null | undefined,
): Promise<{ condition: string; values: unknown[] }> {
  if (!show) return { condition: "true", values: [] };
  if (show === "open") return { condition: "outcome is null", values: [] };
  if (show === "failed") {
    const failed = "outcome is not null and outcome not in ('consensus', 'rounds_spent', 'completed')";
    return { condition: failed, values: [] };
  }
  if (!isCheck(show)) return { condition: "outcome = $3::outcome", values: [show] };
  const noticed = `exists (select from records c join revisions v on v.record_id = c.id and v.number = 1
    join findings f on f.revision_id = v.id and f."check" = $3 where c.deliberation_id = deliberations.id)`;
  return { condition: `${noticed} and id <> all($4)`, values: [show, await judgedIn(actor, runId)] };
}
