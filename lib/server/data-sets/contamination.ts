import {
  type Contamination,
  contaminationDetector,
  type Detector,
  type EvaluationText,
} from "#lib/domain/evaluation/contamination.ts";
import type { SnapshotFilter } from "#lib/domain/export/filter.ts";
import type { PairContent, RowContent } from "#lib/domain/export/row.ts";
import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { candidates } from "./candidates.ts";
import { type Item, itemPages, readItems } from "./items.ts";
import { readPairItems } from "./pair-items.ts";

const pageSize = 500;

type Place = { position: number; revision_id: string; pair_id: string | null };

/**
 * Where words of the project's evaluation prompts stand in what a snapshot by this filter would hold now. Callers have
 * authorized.
 */
export function contaminationOfFilter(projectId: string, filter: SnapshotFilter): Promise<Contamination> {
  return contaminationIn(projectId, async function* () {
    const places = await db.$queryRaw<Place[]>`with ${candidates(projectId, filter)}
      select position, revision_id, pair_id from candidates where left_out is null order by position`;
    const read = filter.items === "pair" ? readPairItems : readItems;
    for (let from = 0; from < places.length; from += pageSize) {
      yield read(chosen(places.slice(from, from + pageSize)));
    }
  });
}

/** The same of a snapshot that is frozen. Items that were erased hold nothing. */
export function contaminationOfSnapshot(
  { id, projectId }: { id: string; projectId: string },
  { items }: Pick<SnapshotFilter, "items">,
): Promise<Contamination> {
  return contaminationIn(projectId, () =>
    items === "pair" ? itemPages(id, readPairItems) : itemPages(id, readItems),
  );
}

function chosen(places: readonly Place[]): Prisma.Sql {
  return Prisma.sql`select * from unnest(
    ${places.map(({ position }) => position)}::int[], ${places.map((one) => one.revision_id)}::uuid[],
    ${places.map((one) => one.pair_id)}::uuid[]) as places (position, revision_id, pair_id)`;
}

/** Looks through items page by page; holds the evaluation prompts, the hits and one page. */
async function contaminationIn(
  projectId: string,
  pages: () => AsyncIterable<Item<RowContent | PairContent>[]>,
): Promise<Contamination> {
  const prompts = await evaluationTexts(projectId);
  const found: Contamination = { evaluationPrompts: prompts.length, hits: [] };
  if (prompts.length === 0) return found;
  const detect = contaminationDetector(prompts);
  for await (const items of pages()) {
    for (const { content } of items) {
      if (content) found.hits.push(...hitsIn(detect, content));
    }
  }
  return found;
}

function hitsIn(detect: Detector, content: RowContent | PairContent): Contamination["hits"] {
  const { messages, thoughts, response, ref } = content;
  const rejected = "rejected" in content ? content.rejected : null;
  const hits = detect({
    prompt: messages.map((message) => message.content).join("\n"),
    thoughts: [...thoughts, ...(rejected?.thoughts ?? [])].join("\n"),
    response: [response, ...(rejected ? [rejected.response] : [])].join("\n"),
  });
  return hits.map((hit) => ({ ref, ...hit }));
}

function evaluationTexts(projectId: string): Promise<EvaluationText[]> {
  return db.prompt.findMany({
    where: { projectId, evaluation: true, erasureId: null },
    orderBy: { number: "asc" },
    select: { number: true, text: true },
  });
}
