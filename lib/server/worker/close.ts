import { checksVersion } from "#lib/domain/checks/findings-of.ts";
import { kindOf } from "#lib/domain/deliberation/kinds/kinds.ts";
import { gaveThoughts, type Outcome } from "#lib/domain/deliberation/outcome.ts";
import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import { severityOfIntents } from "#lib/domain/prompt/severity.ts";
import { type Content, citedBy } from "#lib/domain/record/content.ts";
import { pool } from "#lib/server/database/client.ts";
import { uuid7 } from "#lib/server/database/uuid7.ts";
import { contentHash } from "#lib/server/records/content-hash.ts";
import { findingRows } from "#lib/server/records/findings.ts";
import type { Held } from "./held.ts";

/** How a deliberation ended. */
export type End = { outcome: Outcome; reason: string | null };

/** What is written as a deliberation ends. What there is nothing of is left out. */
export type Closing = End & { id: string; fence: number; severity: string | null } & Partial<
    ReturnType<typeof recordOf> & { scores: unknown; pair: unknown }
  >;

/**
 * What ends a deliberation: outcome, severity of a prompt that nobody rated, scores where it judged a revision, a pair where
 * it set an answer against one, and where there is a chain of thought and the run opens reviews, record, first revision with
 * what the checks notice in it, and review round.
 */
export function closingOf(held: Held, { outcome, reason }: End): Closing {
  const { id, fence, run, subject, turns } = held;
  const { plan } = run;
  const given = gaveThoughts(outcome) ? kindOf(plan.recipe).gives(plan.recipe, subject, turns) : null;
  const closing = { id, fence, outcome, reason, severity: severityOf(held) };
  if (given?.kind === "scores") {
    return { ...closing, scores: given.scores.map((score) => ({ id: uuid7(), ...score })) };
  }
  if (given?.kind === "pair") return { ...closing, pair: { id: uuid7(), ...given.pair } };
  return given && plan.reviewsOpen ? { ...closing, ...recordOf(given.result, plan.policies) } : closing;
}

function recordOf(result: Content, policies: Held["run"]["plan"]["policies"]) {
  const findings = findingRows(result, policies);
  return {
    recordId: uuid7(),
    revisionId: uuid7(),
    roundId: uuid7(),
    thoughts: result.thoughts,
    thoughtCount: result.thoughts.filter(isKept).length,
    response: result.response,
    disposition: result.disposition,
    contentHash: contentHash(result),
    citedClauses: citedBy(result.thoughts),
    findings: findings.length > 0 ? findings : null,
  };
}

/**
 * Ends deliberations of one run in one statement. Sums and tallies follow by trigger.
 *
 * @param closings either all `cancelled` or none
 * @returns the ids of those that are ended; of the others the lease is lost or, for `cancelled`, the run goes on again
 */
export async function closeTogether(
  workerId: string,
  runId: string,
  closings: readonly Closing[],
): Promise<ReadonlySet<string>> {
  const isCancelled = closings[0]?.outcome === "cancelled";
  const { rows } = await pool.query<{ id: string }>({
    ...(isCancelled ? statements.cancelled : statements.ended),
    values: [workerId, runId, JSON.stringify(closings)],
  });
  return new Set(rows.map(({ id }) => id));
}

/** From the intents, for a prompt that came without one. */
function severityOf({ turns }: Held): string | null {
  const intent = turns.find((turn) => turn.stage === "intent");
  const severity = intent ? severityOfIntents(intent.reply.intents) : "unrated";
  return severity === "unrated" ? null : severity;
}

// The run's row is locked before the deliberations', as everywhere. `share` keeps a retry from opening a cancelled run
// meanwhile; for other outcomes what the foreign keys take is enough. An earlier record of the same prompt that nobody has
// begun to review makes way for the new one.
//
// Not waiting for the disk keeps closings of one run from queueing at its wallet and tallies. Whatever commits next writes
// this out too; if PostgreSQL crashes before that, the turns are there, and the worker closes what it is found to hold anew.
const text = (lock: "share" | "key share") => `with run as materialized (
    select id, number, project_id, plan_id, kind, synthetic, status from runs where id = $2 for ${lock}
  ), ended as (
    update deliberations d set outcome = c.outcome, outcome_reason = c.reason, worker_id = null, waiting_for = null,
      finished_at = now()
    from run, json_to_recordset($3::json) as c(id uuid, fence int, outcome outcome, reason text, severity severity,
      "recordId" uuid, "revisionId" uuid, "roundId" uuid, thoughts jsonb, "thoughtCount" int, response text,
      disposition disposition, "contentHash" text, "citedClauses" text[], findings jsonb, scores jsonb, pair jsonb)
    where d.id = c.id and d.fence = c.fence and d.worker_id = $1::uuid and d.outcome is null
      and (c.outcome <> 'cancelled' or run.status = 'cancelled')
    returning d.prompt_id, d.subject_revision_id, c.*
  ), rated as (
    update prompts p set severity = ended.severity from ended
    where p.id = ended.prompt_id and p.severity = 'unrated' and ended.severity is not null and p.erasure_id is null
  ), scored as (
    insert into scores (id, revision_id, deliberation_id, judge, dimension, value, evidence)
    select (s->>'id')::uuid, ended.subject_revision_id, ended.id, s->>'judge', s->>'dimension', (s->>'value')::smallint,
      s->'evidence'
    from ended, jsonb_array_elements(ended.scores) as s
  ), paired as (
    insert into pairs (id, project_id, prompt_id, origin, run_id, deliberation_id, selected_revision_id, rejected_seq,
      selected_score, rejected_score, control_best, control_worst, fault, status)
    select p.id, run.project_id, ended.prompt_id, 'belief', run.id, ended.id, ended.subject_revision_id, p."rejectedSeq",
      p."selectedScore", p."rejectedScore", (p.control->>'best')::float8, (p.control->>'worst')::float8,
      p.fault, case when p.fault is null then 'proposed' else 'discarded' end::pair_status
    from run, ended, jsonb_to_record(ended.pair) as p(id uuid, "rejectedSeq" smallint, "selectedScore" float8,
      "rejectedScore" float8, control jsonb, fault pair_fault)
    where ended.pair is not null
  ), added as (
    insert into records (id, project_id, prompt_id, run_id, deliberation_id, head_revision_id, ref, severity, outcome,
      cited_clauses, synthetic)
    select ended."recordId", run.project_id, p.id, run.id, ended.id, ended."revisionId", run.number || '.' || p.number,
      case when p.severity = 'unrated' then coalesce(ended.severity, 'unrated') else p.severity end,
      ended.outcome, ended."citedClauses", run.synthetic
    from run, ended join prompts p on p.id = ended.prompt_id where ended."recordId" is not null
    returning id, project_id, prompt_id
  ), revised as (
    insert into revisions (id, record_id, number, author_kind, thoughts, thought_count, response, disposition, content_hash,
      checks_version)
    select ended."revisionId", added.id, 1, 'deliberation', ended.thoughts, ended."thoughtCount", ended.response,
      ended.disposition, ended."contentHash", ${checksVersion}
    from added join ended on ended."recordId" = added.id
  ), noticed as (
    insert into findings (revision_id, thought_id, "check", detail)
    select ended."revisionId", f->>'thoughtId', f->>'check', f->'detail'
    from ended, jsonb_array_elements(ended.findings) as f
  ), opened as (
    insert into review_rounds (id, record_id, base_revision_id, policy_set_id, number, slots)
    select ended."roundId", added.id, ended."revisionId", plans.policy_set_id, 1, projects.reviews_per_record
    from added join ended on ended."recordId" = added.id cross join run join plans on plans.id = run.plan_id
      join projects on projects.id = added.project_id
  ), superseded as (
    update records old set status = 'superseded', superseded_by_id = added.id, updated_at = now()
    from added cross join run join runs earlier on earlier.kind = run.kind
    where old.prompt_id = added.prompt_id and old.run_id = earlier.id and earlier.id <> run.id
      and old.status in ('awaiting_review', 'stale')
  ), promptly as materialized (
    select set_config('synchronous_commit', 'off', true)
  )
  select ended.id from ended, promptly`;

const statements = {
  ended: { name: "close", text: text("key share") },
  cancelled: { name: "close as cancelled", text: text("share") },
};
