import { checksVersion } from "#lib/domain/checks/findings-of.ts";
import { kindOf } from "#lib/domain/deliberation/kinds/kinds.ts";
import type { Outcome } from "#lib/domain/deliberation/outcome.ts";
import { gaveThoughts } from "#lib/domain/deliberation/outcome.ts";
import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import { severityOfIntents } from "#lib/domain/prompt/severity.ts";
import { citedBy } from "#lib/domain/record/content.ts";
import { pool } from "#lib/server/database/client.ts";
import { uuid7 } from "#lib/server/database/uuid7.ts";
import { contentHash } from "#lib/server/records/content-hash.ts";
import { findingRows } from "#lib/server/records/findings.ts";
import type { Held } from "./held.ts";

/** How a deliberation ended. */
export type End = { outcome: Outcome; reason: string | null };

/**
 * Ends a deliberation in one statement: outcome, severity of a prompt that nobody rated, scores where it judged a revision, a pair where it set an answer against one, and where there is a chain of
 * thought and the run opens reviews, record, first revision with what the checks notice in it, and review round. Sums and tallies follow by trigger.
 *
 * @returns whether it is ended; false means that the lease is lost or, for `cancelled`, that the run goes on again
 */
export async function close(workerId: string, held: Held, { outcome, reason }: End): Promise<boolean> {
  const ids = [held.id, held.fence, held.run.id, workerId, outcome, reason];
  const severity = severityOf(held);
  const { plan } = held.run;
  const given = gaveThoughts(outcome)
    ? kindOf(plan.recipe).gives(plan.recipe, held.subject, held.turns)
    : null;
  if (given?.kind === "scores") {
    const values = [
      ...ids,
      severity,
      JSON.stringify(given.scores.map((score) => ({ id: uuid7(), ...score }))),
    ];
    const { rowCount } = await pool.query({ ...closings.withScores, values });
    return rowCount === 1;
  }
  if (given?.kind === "pair") {
    const { rejectedSeq, selectedScore, rejectedScore, control, fault } = given.pair;
    const scores = [selectedScore, rejectedScore, control?.best ?? null, control?.worst ?? null];
    const values = [...ids, severity, uuid7(), rejectedSeq, ...scores, fault];
    const { rowCount } = await pool.query({ ...closings.withPair, values });
    return rowCount === 1;
  }
  if (!given || !plan.reviewsOpen) {
    const statement = outcome === "cancelled" ? closings.cancelled : closings.plain;
    const { rowCount } = await pool.query({ ...statement, values: [...ids, severity] });
    return rowCount === 1;
  }
  const { result } = given;
  const findings = findingRows(result, plan.policies);
  const { rowCount } = await pool.query({
    ...(findings.length > 0 ? closings.withFindings : closings.withRecord),
    values: [
      ...ids,
      severity,
      uuid7(),
      uuid7(),
      uuid7(),
      JSON.stringify(result.thoughts),
      result.thoughts.filter(isKept).length,
      result.response,
      result.disposition,
      contentHash(result),
      citedBy(result.thoughts),
      ...(findings.length > 0 ? [JSON.stringify(findings)] : []),
    ],
  });
  return rowCount === 1;
}

/** From the intents, for a prompt that came without one. */
function severityOf({ turns }: Held): string | null {
  const intent = turns.find((turn) => turn.stage === "intent");
  const severity = intent ? severityOfIntents(intent.reply.intents) : "unrated";
  return severity === "unrated" ? null : severity;
}

// The run's row is locked before the deliberation's, as everywhere. `share` keeps a retry from opening a cancelled run
// meanwhile; for other outcomes what the foreign keys take is enough.
const ended = (lock: "share" | "key share") => `
  run as materialized (
    select id, number, project_id, plan_id, kind, synthetic, status from runs where id = $3 for ${lock}
  ), ended as (
    update deliberations d set outcome = $5::outcome, outcome_reason = $6::text, worker_id = null, waiting_for = null,
      finished_at = now()
    from run
    where d.id = $1 and d.fence = $2 and d.worker_id = $4::uuid and d.outcome is null
      and ($5::outcome <> 'cancelled' or run.status = 'cancelled')
    returning d.id, d.prompt_id, d.subject_revision_id
  ), rated as (
    update prompts p set severity = $7::severity from ended
    where p.id = ended.prompt_id and p.severity = 'unrated' and $7::severity is not null and p.erasure_id is null
  )`;

// Not waiting for the disk keeps closings of one run from queueing at its wallet and tallies. Whatever commits next writes
// this out too; if PostgreSQL crashes before that, the turns are there, and the worker closes what it is found to hold anew.
const promptly = "select set_config('synchronous_commit', 'off', true)";

// An earlier record of the same prompt that nobody has begun to review makes way for this one.
const withRecord = (noticed: string) => `with ${ended("key share")}, added as (
    insert into records (id, project_id, prompt_id, run_id, deliberation_id, head_revision_id, ref, severity, outcome,
      cited_clauses, synthetic)
    select $8::uuid, run.project_id, p.id, run.id, ended.id, $9::uuid, run.number || '.' || p.number,
      case when p.severity = 'unrated' then coalesce($7::severity, 'unrated') else p.severity end,
      $5::outcome, $16::text[], run.synthetic
    from ended cross join run join prompts p on p.id = ended.prompt_id
    returning id, project_id, prompt_id
  ), revised as (
    insert into revisions (id, record_id, number, author_kind, thoughts, thought_count, response, disposition, content_hash,
      checks_version)
    select $9::uuid, id, 1, 'deliberation', $11::jsonb, $12::int, $13::text, $14::disposition, $15::text, ${checksVersion}
    from added
  )${noticed}, opened as (
    insert into review_rounds (id, record_id, base_revision_id, policy_set_id, number, slots)
    select $10::uuid, added.id, $9::uuid, plans.policy_set_id, 1, projects.reviews_per_record
    from added cross join run join plans on plans.id = run.plan_id join projects on projects.id = added.project_id
  ), superseded as (
    update records old set status = 'superseded', superseded_by_id = $8::uuid, updated_at = now()
    from added cross join run join runs earlier on earlier.kind = run.kind
    where old.prompt_id = added.prompt_id and old.run_id = earlier.id and earlier.id <> run.id
      and old.status in ('awaiting_review', 'stale')
  )
  ${promptly} from ended`;

const noticed = `, noticed as (
    insert into findings (revision_id, thought_id, "check", detail)
    select $9::uuid, f->>'thoughtId', f->>'check', f->'detail' from added, jsonb_array_elements($17::jsonb) as f
  )`;

const withScores = `with ${ended("key share")}, scored as (
    insert into scores (id, revision_id, deliberation_id, judge, dimension, value, evidence)
    select (s->>'id')::uuid, ended.subject_revision_id, ended.id, s->>'judge', s->>'dimension', (s->>'value')::smallint,
      s->'evidence'
    from ended, jsonb_array_elements($8::jsonb) as s
  )
  ${promptly} from ended`;

const withPair = `with ${ended("key share")}, paired as (
    insert into pairs (id, project_id, prompt_id, origin, run_id, deliberation_id, selected_revision_id, rejected_seq,
      selected_score, rejected_score, control_best, control_worst, fault, status)
    select $8::uuid, run.project_id, ended.prompt_id, 'belief', run.id, ended.id, ended.subject_revision_id, $9::smallint,
      $10::float8, $11::float8, $12::float8, $13::float8,
      $14::pair_fault, case when $14::pair_fault is null then 'proposed' else 'discarded' end::pair_status
    from ended cross join run
  )
  select from ended`;

const closings = {
  plain: {
    name: "close",
    text: `with ${ended("key share")} ${promptly} from ended`,
  },
  cancelled: {
    name: "close as cancelled",
    text: `with ${ended("share")} ${promptly} from ended`,
  },
  withRecord: { name: "close with record", text: withRecord("") },
  withScores: { name: "close with scores", text: withScores },
  withPair: { name: "close with pair", text: withPair },
  withFindings: { name: "close with findings", text: withRecord(noticed) },
};
