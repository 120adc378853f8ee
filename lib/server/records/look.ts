import { severities } from "#lib/domain/prompt/prompt.ts";
import { isGrave } from "#lib/domain/prompt/severity.ts";
import type { RecordStatus } from "#lib/domain/record/status.ts";
import type { QueueFilter } from "#lib/domain/review/queue-choice.ts";
import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { facetsIn, isFound, isOf, wordsIn } from "./fits.ts";
import { alongWalk, behind, type Lane, lanes, type Place, type Walk } from "./walk.ts";

/** So many records are looked at one by one first, which shows whether it is worth while to go on. */
const near = 200;
/** So many are looked at in all: enough for whatever more than one in fifty has, and for a long list one in ten. */
const far = (wanted: number) => Math.max(2_200, 10 * wanted);

/** Records as they come along a walk: of some statuses, of one lane or both, behind a place or from the beginning. */
export type Part = {
  projectId: string;
  statuses: readonly RecordStatus[];
  lane?: Lane | undefined;
  walk: Walk;
  place: Place | null;
};

/** Records that fit, in the order of the walk. All that do are among them up to a place; null where that is the end. */
type Look = { found: Place[]; until: Place | null };

/**
 * The first records of a part that have the facets and words of a filter, as many as wanted if there are.
 *
 * What many have is soon met by looking at one record after the other; what few have, or none here, is looked up in the
 * index of facets. The planner cannot tell which of the two it is: it takes facets for independent of each other and of the
 * list, and what has them for spread evenly. So the first records tell.
 */
export async function look(part: Part, filter: QueueFilter, wanted: number): Promise<Look> {
  const walked = await lookAlong(part, filter, wanted);
  const found = walked.length === wanted ? walked : await lookUp(part, filter, wanted);
  return { found, until: found.length === wanted ? (found.at(-1) ?? null) : null };
}

/** Looks at the first records of a part one by one, as long as that promises to give all that is wanted. */
async function lookAlong(part: Part, filter: QueueFilter, wanted: number): Promise<Place[]> {
  const inOrder = alongWalk(part.walk, "c");
  const fits = isFound(filter, "c");
  const most = far(wanted);
  const promising = Math.ceil((wanted * near) / most);
  const fitNear = Prisma.sql`select count(*) from (${along(part, filter, near)}) c where ${fits}`;
  return db.$queryRaw<Place[]>(Prisma.sql`
    select c.* from (
      select c.* from (${along(part, filter, most)}) c order by ${inOrder}
      limit case when (${fitNear}) >= ${promising} then ${most}::int else ${near}::int end
    ) c where ${fits} order by ${inOrder} limit ${wanted}`);
}

/** The first records of a part, whether they fit or not. Each status is walked along its own index. */
function along(part: Part, filter: QueueFilter, limit: number): Prisma.Sql {
  const ofStatus = part.statuses.map(
    (status) => Prisma.sql`(select r.id, r.judges_agree, r.people_agree from records r
      where r.status = ${Prisma.raw(`'${status}'`)} and ${within(part, filter)}
      order by ${alongWalk(part.walk, "r")} limit ${limit})`,
  );
  return Prisma.sql`
    select c.* from (${Prisma.join(ofStatus, " union all ")}) c order by ${alongWalk(part.walk, "c")} limit ${limit}`;
}

/** Looks up all that have the facets and words, wherever they are, and gives the first ones of a part. */
async function lookUp(part: Part, filter: QueueFilter, wanted: number): Promise<Place[]> {
  const { statuses, walk } = part;
  const words = wordsIn(filter);
  const facets = facetsIn(filter);
  const ofPart = [...facets, ...ofLane(part, filter)];
  // By one of the two indexes. The planner counts on words being rare.
  const isByFacets = facets.length > 0 && words.length > 0 && (await isCommon(part, filter));
  const from = isByFacets
    ? Prisma.sql`(select * from record_search s where ${and(ofPart)} offset 0) s where ${and(words)}`
    : Prisma.sql`record_search s where ${and([...ofPart, ...words])}`;
  // An array, of whose length the planner expects little: it takes the ids from the index of ids, and neither a record after
  // the other in the hope that one of them fits, nor all of the table.
  return db.$queryRaw<Place[]>(Prisma.sql`
    select r.id, r.judges_agree, r.people_agree from records r
    where r.id = any (array(select s.record_id from ${from}))
      and r.status = any (${[...statuses]}::record_status[]) and ${within(part, filter)}
    order by ${alongWalk(walk, "r")} limit ${wanted}`);
}

/** Whether the words are in more than every tenth of the first records. */
async function isCommon(part: Part, { text, severity }: QueueFilter): Promise<boolean> {
  const [{ n } = { n: 0 }] = await db.$queryRaw<{ n: number }[]>(Prisma.sql`
    select count(*)::int as n from (${along(part, { severity }, near)}) c where ${isFound({ text }, "c")}`);
  return n > near / 10;
}

/** Conditions on `s`, what records are found by, that their severity may be one of a part: what has none of them there is seen at once. */
function ofLane({ lane }: Part, { severity }: QueueFilter): Prisma.Sql[] {
  if (!lane && !severity) return [];
  const mine = severities.filter((one) =>
    severity ? one === severity : isGrave(one) === (lane === "grave"),
  );
  return [Prisma.sql`s.facets && ${mine.map((one) => `severity:${one}`)}::text[]`];
}

/** A condition on `r`, the records: that they are of a part, whatever their status. */
export function within(
  { projectId, lane, walk, place }: Omit<Part, "statuses">,
  { severity }: QueueFilter,
): Prisma.Sql {
  const conditions = [
    Prisma.sql`r.project_id = ${projectId}::uuid`,
    ...(lane ? [lanes[lane]] : []),
    isOf(severity),
    ...(place ? [behind(walk, place)] : []),
  ];
  return and(conditions);
}

function and(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return Prisma.join([...conditions], " and ");
}
