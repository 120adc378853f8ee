import { Readable } from "node:stream";
import type { Actor } from "#lib/domain/access/actions.ts";
import { WhisperReply } from "#lib/domain/deliberation/reply.ts";
import { Refused } from "#lib/domain/errors.ts";
import { SnapshotFilter } from "#lib/domain/export/filter.ts";
import { pairRowId } from "#lib/domain/export/row.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { dataSetStrings } from "#lib/domain/strings/data-sets.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { type Item, itemPages } from "./items.ts";
import { readPairItems } from "./pair-items.ts";

/**
 * What stands behind the rows of a snapshot of pairs: one line for each row, under its id, with the belief that led to the
 * rejected side and the scores, or with the labels that reviewers gave to what they changed. No text of a side is in it.
 *
 * @param actor needs `beliefs.read` and `dataSets.release`; each time is in the audit log
 * @returns UTF-8 JSONL
 * @throws Refused `not_found`, `forbidden`; `invalid` where the items are no pairs
 */
export async function streamPairProvenance(
  actor: Actor,
  snapshotId: string,
): Promise<{ fileName: string; stream: Readable }> {
  const snapshot = await db.snapshot.findUnique({
    where: { id: snapshotId },
    select: { projectId: true, number: true, filter: true, project: { select: { slug: true } } },
  });
  if (!snapshot) throw new Refused("not_found", accessStrings.notFound);
  await authorize(actor, "dataSets.release", snapshot);
  await authorize(actor, "beliefs.read", snapshot);
  const { items } = SnapshotFilter.parse(snapshot.filter);
  if (items !== "pair") throw new Refused("invalid", dataSetStrings.otherItems);
  const { projectId, number, project } = snapshot;
  await appendAudit(db, {
    actor,
    projectId,
    action: "dataSet.exportProvenance",
    objectKind: "snapshot",
    objectId: snapshotId,
    detail: { number },
  });
  return {
    fileName: `${project.slug}-${number}-provenance.jsonl`,
    stream: Readable.from(lines(snapshotId), { objectMode: false }),
  };
}

async function* lines(snapshotId: string): AsyncGenerator<Buffer> {
  for await (const page of itemPages(snapshotId, readPairItems)) {
    const facts = await factsOf(snapshotId, page);
    const text = page.flatMap(({ position, content }) => {
      const fact = facts.get(position);
      return content && fact ? [`${JSON.stringify({ id: pairRowId(content), ...fact })}\n`] : [];
    });
    if (text.length > 0) yield Buffer.from(text.join(""));
  }
}

async function factsOf(snapshotId: string, page: readonly Item<unknown>[]) {
  const rows = await db.$queryRaw<FactRow[]>`
    select s.position, x.origin::text as origin, x.flipped, x.selected_score as "selectedScore",
      x.rejected_score as "rejectedScore", x.control_best as "controlBest", x.control_worst as "controlWorst",
      case when t.erasure_id is null then t.reply end as reply, t.round, (
        select coalesce(json_agg(json_build_object('thought', l.thought_id, 'label', l.label, 'why', l.why) order by l.id), '[]')
        from labels l join reviews v on v.id = l.review_id and v.withdrawn_at is null and not v.after_reveal
        where l.revision_id = x.rejected_revision_id and l.erasure_id is null
      ) as labels
    from snapshot_items s join pairs x on x.id = s.pair_id
    left join turns t on t.deliberation_id = x.deliberation_id and t.seq = x.rejected_seq - 1
    where s.snapshot_id = ${snapshotId}::uuid and s.position = any (${page.map(({ position }) => position)}::int[])`;
  return new Map(rows.map(({ position, ...row }) => [position, factOf(row)]));
}

type FactRow = {
  position: number;
  origin: string;
  flipped: boolean;
  selectedScore: number | null;
  rejectedScore: number | null;
  controlBest: number | null;
  controlWorst: number | null;
  reply: unknown;
  round: number | null;
  labels: unknown;
};

function factOf({ origin, flipped, reply, round, labels, ...scores }: Omit<FactRow, "position">) {
  if (origin !== "belief") return { origin, flipped, labels };
  return { origin, belief: reply === null ? null : WhisperReply.parse(reply).belief, round, ...scores };
}
