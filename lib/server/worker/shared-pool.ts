import type { Recipe } from "#lib/domain/deliberation/recipe.ts";
import { WhisperReply } from "#lib/domain/deliberation/reply.ts";
import type { ScoredBelief } from "#lib/domain/deliberation/subject.ts";
import { pool } from "#lib/server/database/client.ts";

/**
 * The best beliefs of the prompts of a run that had ended when a deliberation began. What ended later is left out, so that
 * whoever takes the deliberation over builds the same requests.
 *
 * @returns as many as the whisperer is shown, the best first; none where the recipe shares no pool
 */
export async function sharedPool(deliberationId: string, recipe: Recipe): Promise<ScoredBelief[]> {
  if (recipe.kind !== "belief" || recipe.pool !== "shared") return [];
  const { rows } = await pool.query<{ reply: unknown; score: number }>({
    name: "shared pool",
    text: `select t.reply, x.rejected_score as score
      from deliberations d
      join pairs x on x.run_id = d.run_id and x.created_at < d.started_at
      join turns t on t.deliberation_id = x.deliberation_id and t.seq = x.rejected_seq - 1 and t.erasure_id is null
      where d.id = $1
      order by x.rejected_score desc, x.id limit $2`,
    values: [deliberationId, recipe.shown],
  });
  return rows.map(({ reply, score }) => ({ belief: WhisperReply.parse(reply).belief, score }));
}
