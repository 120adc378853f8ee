import type { Actor } from "#lib/domain/access/actions.ts";
import { bins, type Shift, type ShiftRow } from "#lib/domain/pair/shift.ts";
import { db } from "#lib/server/database/client.ts";
import { findRun, findRunById } from "#lib/server/runs/find.ts";

type Series = "selected" | "rejected" | "best" | "worst";

/**
 * How faithful the two sides of a belief run's pairs are, and those of its control.
 *
 * @returns null where the run gave no pair
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadShift(actor: Actor, runId: string): Promise<Shift | null> {
  await findRunById(actor, "runs.read", runId);
  const [counted, [means]] = await Promise.all([
    db.$queryRaw<{ series: Series; bin: number; n: number }[]>`
      select s.series, least(floor(round((1 - s.p)::numeric * ${bins}, 6)), ${bins} - 1)::int as bin, count(*)::int as n
      from pairs x, lateral (values ('selected', x.selected_score), ('rejected', x.rejected_score),
        ('best', x.control_best), ('worst', x.control_worst)) as s (series, p)
      where x.run_id = ${runId}::uuid and s.p is not null group by 1, 2`,
    db.$queryRaw<{ pairs: number; gap: number | null; control: number | null }[]>`
      select count(*)::int as pairs, avg(rejected_score - selected_score) as gap,
        avg(control_worst - control_best) as control
      from pairs where run_id = ${runId}::uuid`,
  ]);
  if (!means?.pairs || means.gap === null) return null;
  const spread = (series: Series) =>
    Array.from(
      { length: bins },
      (_, bin) => counted.find((one) => one.series === series && one.bin === bin)?.n ?? 0,
    );
  return {
    pairs: means.pairs,
    beliefs: { selected: spread("selected"), rejected: spread("rejected"), gap: means.gap },
    control:
      means.control === null
        ? null
        : { selected: spread("best"), rejected: spread("worst"), gap: means.control },
  };
}

/**
 * The numbers behind it, by prompt.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function listShift(actor: Actor, projectId: string, runNumber: number): Promise<ShiftRow[]> {
  const run = await findRun(actor, "runs.read", projectId, runNumber);
  return db.$queryRaw<ShiftRow[]>`
    select p.number as prompt, x.selected_score as selected, x.rejected_score as rejected, x.control_best as best,
      x.control_worst as worst, x.status::text as status, x.fault::text as fault
    from pairs x join prompts p on p.id = x.prompt_id
    where x.run_id = ${run.id}::uuid order by p.number`;
}
