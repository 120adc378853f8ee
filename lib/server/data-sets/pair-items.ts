import { AnswerReply } from "#lib/domain/deliberation/reply.ts";
import { isKept, Thoughts } from "#lib/domain/deliberation/thoughts.ts";
import { type PairContent, type RowContent, rowId } from "#lib/domain/export/row.ts";
import type { PairOrigin } from "#lib/domain/pair/view.ts";
import { PromptMessages } from "#lib/domain/prompt/prompt.ts";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Item } from "./items.ts";

type PairItemRow = {
  position: number;
  origin: PairOrigin;
  synthetic: boolean;
  erased: boolean;
  messages: unknown;
  ref: string;
  revision: number;
  thoughts: unknown;
  response: string;
  /** Of the rejected side: its revision, */
  against: number | null;
  againstThoughts: unknown;
  againstResponse: string | null;
  /** or its turn. */
  turn: string | null;
  reply: unknown;
};

/**
 * Reads pairs as rows: both sides' kept thoughts and responses under the stored prompt, in which no belief stands.
 *
 * @param chosen SQL that gives `(position, revision_id, pair_id)`; the revision is the side that is preferred
 */
export async function readPairItems(chosen: Prisma.Sql): Promise<Item<PairContent>[]> {
  const rows = await db.$queryRaw<PairItemRow[]>`
    select chosen.position, x.origin::text as origin, r.synthetic or b.synthetic is true as synthetic, p.messages, r.ref,
      coalesce(p.erasure_id, v.erasure_id, w.erasure_id, t.erasure_id) is not null as erased,
      v.number as revision, v.thoughts, v.response,
      w.number as against, w.thoughts as "againstThoughts", w.response as "againstResponse",
      b.number || '.' || p.number || '#' || t.seq as turn, t.reply
    from (${chosen}) as chosen (position, revision_id, pair_id)
    join pairs x on x.id = chosen.pair_id
    join prompts p on p.id = x.prompt_id
    join revisions v on v.id = chosen.revision_id
    join records r on r.id = v.record_id
    left join revisions w on x.rejected_revision_id is not null
      and w.id = case when v.id = x.selected_revision_id then x.rejected_revision_id else x.selected_revision_id end
    left join turns t on t.deliberation_id = x.deliberation_id and t.seq = x.rejected_seq
    left join runs b on b.id = x.run_id
    order by chosen.position`;
  return rows.map((row) => ({
    position: row.position,
    content: row.erased ? null : contentOf(row),
    synthetic: row.synthetic,
  }));
}

function contentOf(row: PairItemRow): PairContent {
  const { origin, messages, response, ref, revision } = row;
  const chosen: RowContent = {
    messages: PromptMessages.parse(messages),
    thoughts: keptTexts(row.thoughts),
    response,
    ref,
    revision,
  };
  return { ...chosen, origin, rejected: rejectedOf(row) };
}

function rejectedOf({ ref, against, againstThoughts, againstResponse, turn, reply }: PairItemRow) {
  if (against !== null && againstResponse !== null) {
    return {
      thoughts: keptTexts(againstThoughts),
      response: againstResponse,
      id: rowId({ ref, revision: against }),
    };
  }
  const { thoughts, response } = AnswerReply.parse(reply);
  return { thoughts: thoughts.map(({ text }) => text), response, id: turn ?? "" };
}

function keptTexts(thoughts: unknown): string[] {
  return Thoughts.parse(thoughts)
    .filter(isKept)
    .map(({ text }) => text);
}
