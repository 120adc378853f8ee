import { z } from "zod";
import type { Actor } from "#lib/domain/access/actions.ts";
import { type CheckName, checkNames } from "#lib/domain/checks/finding.ts";
import { gaveThoughts, type Outcome, outcomes } from "#lib/domain/deliberation/outcome.ts";
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
  const { ends, open, noticed } = choiceOf(page.show);
  const judged = noticed ? await judgedIn(actor, runId) : [];
  const fits = `($3::text is null or id <> all($4::uuid[]) and ${noticedIn("$3")})`;
  // Written out outcome by outcome, so that each is planned by how many have it.
  const chosen = [...ends.map((outcome) => `= '${outcome}'`), ...(open ? ["is null"] : [])];
  const parts = chosen.map((outcome) => firstOf(`outcome ${outcome} and ${fits}`));
  const { rows } = await pool.query<DeliberationRow>(
    `select d.id, r.number || '.' || p.number as ref, p.number as "promptNumber",
       left(p.text, ${shownCharacters}) as "promptText", p.severity, p.category,
       case when d.outcome is not null then 'ended' when d.worker_id is not null then 'in_flight'
         when r.status = 'paused' then 'paused' else 'waiting' end as state,
       d.waiting_for as "waitingFor", d.outcome, d.outcome_reason as "outcomeReason",
       coalesce(s.turns, d.turn_count) as turns, coalesce(s.attempts, d.attempt_count) as attempts,
       coalesce(s.cost, d.cost_micros)::float8 as "costMicros"
     from (
       ${parts.join(" union all ")}
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
    [runId, Cursor.parse(page.after), noticed, judged],
  );
  const shown = rows.slice(0, pageSize);
  return { rows: shown, next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}

const isCheck = (show: DeliberationFilter): show is CheckName =>
  (checkNames as readonly string[]).includes(show);

/**
 * SQL: the next ones under a condition. Of each outcome alone, they are read off an index; ordered by it as well, since
 * otherwise those without one are not known to be in order there.
 */
function firstOf(condition: string): string {
  return `(select * from deliberations where run_id = $1 and ($2::uuid is null or id > $2) and ${condition}
    order by outcome, id limit ${pageSize + 1})`;
}

/** SQL: whether a check noticed something in what a deliberation gave. */
function noticedIn(check: string): string {
  return `exists (select from records c join revisions v on v.record_id = c.id and v.number = 1
    join findings f on f.revision_id = v.id and f."check" = ${check} where c.deliberation_id = deliberations.id)`;
}

type Choice = { ends: readonly Outcome[]; open: boolean; noticed: CheckName | null };

function choiceOf(show: DeliberationFilter | null | undefined): Choice {
  if (!show) return { ends: outcomes, open: true, noticed: null };
  if (show === "open") return { ends: [], open: true, noticed: null };
  if (show === "failed")
    return { ends: outcomes.filter((one) => !gaveThoughts(one)), open: false, noticed: null };
  if (isCheck(show)) return { ends: outcomes.filter(gaveThoughts), open: false, noticed: show };
  return { ends: [show], open: false, noticed: null };
}
