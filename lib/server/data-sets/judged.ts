import { z } from "zod";
import { labels } from "#lib/domain/deliberation/reply.ts";
import { Thoughts } from "#lib/domain/deliberation/thoughts.ts";
import { judgedSteps, stepwiseLine } from "#lib/domain/export/stepwise.ts";
import { PromptMessages } from "#lib/domain/prompt/prompt.ts";
import { db } from "#lib/server/database/client.ts";
import type { ItemLines } from "./items.ts";

const Labels = z.record(z.string(), z.enum(labels));

type Row = {
  position: number;
  ref: string;
  synthetic: boolean;
  erased: boolean;
  messages: unknown;
  revision: number;
  given: unknown;
  is_ruling: boolean;
  labels: unknown;
  made: unknown;
};

const pageSize = 200;

/**
 * The revisions behind the items of a snapshot that people judged on the way to the approval, each with what they said of
 * its thoughts; a page of items at a time. Reviews count as they stood when the snapshot was frozen, so that what is said
 * or taken back later changes nothing.
 */
export async function* judgedPages(snapshotId: string): AsyncGenerator<ItemLines[]> {
  for (let after = 0; ; ) {
    const rows = await readJudged(snapshotId, after);
    const last = rows.at(-1);
    if (!last) return;
    const items = Map.groupBy(rows, ({ position }) => position);
    yield [...items.values()].map(linesOf);
    after = last.position;
  }
}

/** @param rows of one item, at least one */
function linesOf(rows: readonly Row[]): ItemLines {
  const [item] = rows;
  if (!item || item.erased) return { lines: null, synthetic: item?.synthetic ?? false };
  const { ref, synthetic } = item;
  const messages = PromptMessages.parse(item.messages);
  const lines = [...Map.groupBy(rows, ({ revision }) => revision)].flatMap(([revision, said]) => {
    const steps = judgedSteps(
      Thoughts.parse(said[0]?.given),
      said.map((row) => ({
        isRuling: row.is_ruling,
        labels: Labels.parse(row.labels),
        made: Thoughts.parse(row.made),
      })),
    );
    return stepwiseLine({ messages, ref, revision }, steps) ?? [];
  });
  return { lines, synthetic };
}

function readJudged(snapshotId: string, after: number): Promise<Row[]> {
  return db.$queryRaw`
    with chosen as (
      select i.position, i.record_id, i.revision_id, i.approval_id, s.created_at as frozen_at
      from snapshot_items i join snapshots s on s.id = i.snapshot_id
      where i.snapshot_id = ${snapshotId}::uuid and i.position > ${after} order by i.position limit ${pageSize}
    )
    select c.position, r.ref, r.synthetic, p.messages, b.number as revision, b.thoughts as given,
      v.kind = 'adjudication' as is_ruling, coalesce(m.thoughts, b.thoughts) as made,
      coalesce((select jsonb_object_agg(l.thought_id, l.label) from labels l where l.review_id = v.id), '{}') as labels,
      h.erasure_id is not null or p.erasure_id is not null as erased
    from chosen c
    join records r on r.id = c.record_id
    join prompts p on p.id = r.prompt_id
    join revisions h on h.id = c.revision_id
    join approvals a on a.id = c.approval_id
    join reviews d on d.id = a.review_id
    join review_rounds f on f.id = d.round_id
    join review_rounds o on o.record_id = r.id and o.number <= f.number
    join revisions b on b.id = o.base_revision_id
    join reviews v on v.round_id = o.id and v.status = 'submitted' and not v.after_reveal
      and (v.id = d.id or (v.submitted_at <= c.frozen_at and coalesce(v.withdrawn_at > c.frozen_at, true)))
    left join revisions m on m.id = v.revision_id
    order by c.position, b.number, v.submitted_at, v.id`;
}
