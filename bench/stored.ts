import { pool } from "#lib/server/database/client.ts";

/** A finished deliberation with its record, which everything that is stored is a likeness of. */
export type Original = { runId: string; deliberationId: string };

const tags = { prompt: "001", deliberation: "002", record: "003", revision: "004", round: "005" };

/** SQL: the id of the n-th likeness, a UUIDv7 that counts up with n and is younger than the original's. */
function idOf(kind: keyof typeof tags): string {
  return `(lpad(to_hex(1893456000000 + nth), 12, '0') || '7${tags[kind]}8' || repeat('0', 15))::uuid`;
}

/** Severities and statuses of a project under way, by share, and neither by the other; what cites what goes round the policies. */
const severity = `(case when nth % 20 < 8 then 'none' when nth % 20 < 13 then 'low' when nth % 20 < 17 then 'medium'
  when nth % 20 < 19 then 'high' else 'unrated' end)::severity`;
const status = `(case when nth / 40 % 10 = 9 then 'approved' else 'awaiting_review' end)::record_status`;
const cited = `array[(nth % 5 + 1) || '.' || (nth % 3 + 1), ((nth + 2) % 5 + 1) || '.1']`;
/** Every seventh was judged, by judges who differ more or less. */
const agreed = (of: number) => `(case when nth % 7 = 0 then (nth % ${of})::float8 / ${of} else 2 end)`;
const facets = `array['severity:' || ${severity}, 'outcome:' || case when nth % 4 = 0 then 'rounds_spent' else 'consensus' end,
  'category:category ' || nth % 40, 'model:scripted', 'policy:' || (nth % 5 + 1), 'policy:' || ((nth + 2) % 5 + 1),
  'clause:' || (nth % 5 + 1) || '.' || (nth % 3 + 1), 'clause:' || ((nth + 2) % 5 + 1) || '.1']
  || case when nth % 25 = 0 then array['check:near_duplicate'] else '{}' end
  || case when nth % 7 = 0 then array['lowest:' || nth % 5 + 1, 'faithful:' || nth % 4 + 2] else '{}' end
  || case when nth % 3 = 0 then array[case when nth % 30 = 9 then 'agreement:differed' else 'agreement:agreed' end] else '{}' end`;
/** Half a second apart, the last one an hour ago. */
const ended = "now() - interval '1 h' - (1000000 - nth) * interval '500 ms'";

/** What differs from the original, by table and column. */
const likenesses: [table: string, original: string, changes: Record<string, string>][] = [
  [
    "prompts",
    "t.id = (select prompt_id from deliberations where id = $1)",
    {
      id: idOf("prompt"),
      number: "nth + 1",
      text: "t.text || ' ' || nth",
      messages: "jsonb_set(t.messages, '{-1,content}', to_jsonb((t.messages->-1->>'content') || ' ' || nth))",
      content_hash: "md5(nth::text) || md5(nth::text)",
      severity,
    },
  ],
  [
    "deliberations",
    "t.id = $1",
    {
      id: idOf("deliberation"),
      prompt_id: idOf("prompt"),
      created_at: ended,
      started_at: ended,
      finished_at: ended,
    },
  ],
  ["turns", "t.deliberation_id = $1", { deliberation_id: idOf("deliberation"), created_at: ended }],
  ["attempts", "t.deliberation_id = $1", { deliberation_id: idOf("deliberation"), created_at: ended }],
  [
    "records",
    "t.deliberation_id = $1",
    {
      id: idOf("record"),
      prompt_id: idOf("prompt"),
      deliberation_id: idOf("deliberation"),
      head_revision_id: idOf("revision"),
      ref: "split_part(t.ref, '.', 1) || '.' || (nth + 1)",
      severity,
      status,
      cited_clauses: cited,
      judges_agree: agreed(97),
      people_agree: agreed(89),
    },
  ],
  [
    "record_search",
    "t.record_id = (select id from records where deliberation_id = $1)",
    { record_id: idOf("record"), facets, text: "t.text || 'likeness ' || nth || ' '" },
  ],
  [
    "revisions",
    "t.id = (select head_revision_id from records where deliberation_id = $1)",
    { id: idOf("revision"), record_id: idOf("record") },
  ],
  [
    "review_rounds",
    "t.record_id = (select id from records where deliberation_id = $1)",
    { id: idOf("round"), record_id: idOf("record"), base_revision_id: idOf("revision") },
  ],
];

/** What only the pages of a deliberation read. */
const said = ["turns", "attempts"];

/**
 * Stores likenesses of a deliberation, numbers `from` to `to`, and brings counters and statistics up to date, all in SQL.
 * Whatever columns the tables have, they are taken along.
 *
 * @param saidUpTo number of the last one of which turns and attempts are stored as well
 */
export async function storeLikenesses(
  { runId, deliberationId }: Original,
  from: number,
  to: number,
  saidUpTo = to,
): Promise<void> {
  const client = await pool.connect();
  try {
    // Rules and foreign keys were kept when the original was stored; a million times over they would only take time.
    await client.query("set session_replication_role = replica");
    for (const [table, original, changes] of likenesses) {
      const { rows } = await client.query<{ name: string }>(
        "select column_name as name from information_schema.columns where table_name = $1 and table_schema = 'public' and is_generated = 'NEVER'",
        [table],
      );
      const names = rows.map(({ name }) => `"${name}"`).join(", ");
      const values = rows.map(({ name }) => changes[name] ?? `t."${name}"`).join(", ");
      await client.query(
        `insert into ${table} (${names}) select ${values} from generate_series($2::bigint, $3::bigint) nth cross join ${table} t where ${original}`,
        [deliberationId, from, said.includes(table) ? Math.min(to, saidUpTo) : to],
      );
    }
    await count(client, runId);
  } finally {
    await client.query("reset session_replication_role");
    client.release();
  }
  await pool.query("vacuum analyze");
}

/** What the triggers would have counted. */
async function count(client: { query(sql: string, values?: unknown[]): Promise<unknown> }, runId: string) {
  await client.query("delete from run_tallies where run_id = $1", [runId]);
  await client.query(
    `insert into run_tallies (run_id, outcome, shard, n, turns, attempts, tokens_in, tokens_cached, tokens_out, cost_micros)
     select run_id, outcome, 0, count(*), sum(turn_count), sum(attempt_count), sum(tokens_in), sum(tokens_cached),
       sum(tokens_out), sum(cost_micros)
     from deliberations where run_id = $1 and outcome is not null group by 1, 2`,
    [runId],
  );
  await client.query("delete from record_tallies");
  await client.query(
    `insert into record_tallies (project_id, status, shard, n)
     select project_id, status, abs(hashtext(id::text)) % 16, count(*) from records group by 1, 2, 3`,
  );
  await client.query(
    "update runs set subjects = (select count(*) from deliberations where run_id = $1) where id = $1",
    [runId],
  );
  await client.query(
    `update projects p set last_prompt_number = (select max(number) from prompts where project_id = p.id)
     where id = (select project_id from runs where id = $1)`,
    [runId],
  );
}
