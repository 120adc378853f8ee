import { CompareReply } from "#lib/domain/deliberation/reply.ts";
import { judgeName } from "#lib/domain/grading/judge-agreement.ts";
import { firstIn, type Preference, preferenceOf, type Verdict } from "#lib/domain/grading/preference.ts";
import { db } from "#lib/server/database/client.ts";

/** How many of the newest comparisons are looked at. */
const newest = 10_000;

type Row = {
  prompt: string;
  judge: string;
  model: string;
  seq: number;
  reply: unknown;
  subjectIsOther: boolean;
};

/** How judges prefer one run to another: all of them together first, then each by its model. Callers have authorized. */
export async function loadPreferences(
  projectId: string,
  base: number,
  other: number,
): Promise<{ judge: string | null; preference: Preference }[]> {
  const rows = await db.$queryRaw<Row[]>`
    select d.prompt_id as prompt, t.role as judge, coalesce(t.model, '') as model, t.seq::int as seq, t.reply,
      w.number = ${other} as "subjectIsOther"
    from runs j join deliberations d on d.run_id = j.id and d.outcome = 'completed'
    join turns t on t.deliberation_id = d.id and t.stage = 'compare' and t.erasure_id is null
    join revisions v on v.id = d.subject_revision_id join records r on r.id = v.record_id join runs w on w.id = r.run_id
    join revisions u on u.id = d.rival_revision_id join records q on q.id = u.record_id join runs x on x.id = q.run_id
    where j.project_id = ${projectId}::uuid and j.kind = 'grading'
      and ((w.number = ${other} and x.number = ${base}) or (w.number = ${base} and x.number = ${other}))
    order by d.id desc, t.seq limit ${newest}`;
  const verdicts = rows.map(
    ({ prompt, judge, model, seq, reply, subjectIsOther }): Verdict => ({
      prompt,
      judge: judgeName(judge, model),
      otherFirst: (firstIn(seq) === "subject") === subjectIsOther,
      winner: CompareReply.parse(reply).better,
    }),
  );
  if (verdicts.length === 0) return [];
  const byJudge = [...Map.groupBy(verdicts, ({ judge }) => judge)];
  return [
    { judge: null, preference: preferenceOf(verdicts) },
    ...byJudge.map(([judge, said]) => ({ judge, preference: preferenceOf(said) })),
  ];
}
