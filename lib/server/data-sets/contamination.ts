import type { Actor } from "#lib/domain/access/actions.ts";
import {
  type Contamination,
  contaminationDetector,
  type Detector,
  type EvaluationText,
} from "#lib/domain/evaluation/contamination.ts";
import type { SnapshotFilter } from "#lib/domain/export/filter.ts";
import type { PairContent, RowContent } from "#lib/domain/export/row.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { candidates } from "./candidates.ts";
import { itemPages, readItems } from "./items.ts";
import { readPairItems } from "./pair-items.ts";

const pageSize = 500;

type Place = { position: number; revision_id: string; pair_id: string | null };
type Hits = Contamination["hits"];

/**
 * The hits of items that were looked through, of the project that was looked at last: a lead narrows a filter again and
 * again, and what a revision or a side of a pair says never changes.
 */
let looked: { for: string; detect: Detector; hits: Map<string, Hits> } | null = null;

/**
 * Where words of the project's evaluation prompts stand in what a snapshot by this filter would hold now. Only what no
 * call before it has looked through is read.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function contaminationOfFilter(
  actor: Actor,
  { projectId, filter }: { projectId: string; filter: SnapshotFilter },
): Promise<Contamination> {
  await authorize(actor, "dataSets.read", { projectId });
  const prompts = await evaluationTexts(projectId);
  if (prompts.length === 0) return { evaluationPrompts: 0, hits: [] };
  const places = await db.$queryRaw<Place[]>`with ${candidates(projectId, filter)}
    select position, revision_id, pair_id from candidates where left_out is null order by position`;
  const { detect, hits } = lookingFor(projectId, prompts);
  const fresh = places.filter((place) => !hits.has(keyOf(place)));
  const read = filter.items === "pair" ? readPairItems : readItems;
  for (let from = 0; from < fresh.length; from += pageSize) {
    const page = fresh.slice(from, from + pageSize);
    const contents = new Map((await read(chosen(page))).map(({ position, content }) => [position, content]));
    for (const place of page) {
      const content = contents.get(place.position);
      if (content) hits.set(keyOf(place), hitsIn(detect, content));
    }
  }
  return { evaluationPrompts: prompts.length, hits: places.flatMap((place) => hits.get(keyOf(place)) ?? []) };
}

function lookingFor(projectId: string, prompts: readonly EvaluationText[]) {
  const key = `${projectId} ${prompts.map(({ number }) => number).join(" ")}`;
  if (looked?.for !== key) looked = { for: key, detect: contaminationDetector(prompts), hits: new Map() };
  return looked;
}

function keyOf({ revision_id, pair_id }: Place): string {
  return pair_id === null ? revision_id : `${revision_id} ${pair_id}`;
}

function chosen(places: readonly Place[]): Prisma.Sql {
  return Prisma.sql`select * from unnest(
    ${places.map(({ position }) => position)}::int[], ${places.map((one) => one.revision_id)}::uuid[],
    ${places.map((one) => one.pair_id)}::uuid[]) as places (position, revision_id, pair_id)`;
}

/**
 * The same of a snapshot that is frozen, page by page. Items that were erased hold nothing. Callers have authorized.
 */
export async function contaminationOfSnapshot(
  { id, projectId }: { id: string; projectId: string },
  { items }: Pick<SnapshotFilter, "items">,
): Promise<Contamination> {
  const prompts = await evaluationTexts(projectId);
  const found: Contamination = { evaluationPrompts: prompts.length, hits: [] };
  if (prompts.length === 0) return found;
  const detect = contaminationDetector(prompts);
  for await (const page of items === "pair" ? itemPages(id, readPairItems) : itemPages(id, readItems)) {
    for (const { content } of page) {
      if (content) found.hits.push(...hitsIn(detect, content));
    }
  }
  return found;
}

function hitsIn(detect: Detector, content: RowContent | PairContent): Hits {
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
