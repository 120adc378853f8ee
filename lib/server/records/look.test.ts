import { beforeAll, expect, test } from "vitest";
import { isGrave } from "#lib/domain/prompt/severity.ts";
import type { RecordStatus } from "#lib/domain/record/status.ts";
import type { QueueFilter, QueueOrder } from "#lib/domain/review/queue-choice.ts";
import { db } from "#lib/server/database/client.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { createReviewers } from "#lib/server/testing/reviewing.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { foundBy, readFound } from "./found-by.ts";
import { type Place, walkOf } from "./walk.ts";

/** So many that neither way of looking finds all that fits. */
const count = 3_000;

type Stored = Place & { nth: number; severity: "none" | "high"; status: RecordStatus; facets: string[] };

let projectId: string;
let stored: Stored[];

// Likenesses of one record, in a database without its rules: what they would refer to is not read here.
beforeAll(async () => {
  ({ projectId } = await createReviewers());
  await createRecords(projectId, 1);
  await db.$transaction([
    db.$executeRaw`set local session_replication_role = replica`,
    db.$executeRaw`insert into records select l.* from records r, generate_series(1, ${count}) nth,
      jsonb_populate_record(r, jsonb_build_object('id', '01b8dac5-b407-7003-8000-' || lpad(to_hex(nth), 12, '0'), 'ref', '9.' || nth, 'deliberation_id', gen_random_uuid(),
        'severity', case when nth % 5 = 0 then 'high' else 'none' end,
        'status', case when nth % 3 = 0 then 'approved' when nth % 7 = 0 then 'in_review' else 'awaiting_review' end,
        'judges_agree', case when nth % 4 = 0 then nth % 11 / 11.0 else 2 end)) l`,
    db.$executeRaw`insert into record_search (record_id, facets, text)
      select id, '{}', ' ' || case when nth % 900 = 0 then 'seldom said' else 'often said' end || ' '
      from (select *, split_part(ref, '.', 2)::int as nth from records where ref like '9.%') r`,
    db.$executeRaw`update record_search s set facets = array['severity:' || r.severity]
      || case when nth % 2 = 0 then '{category:common}' else '{}' end::text[]
      || case when nth % 500 = 1 then '{category:rare}' else '{}' end::text[]
      || case when nth <= 30 then '{category:early}' else '{}' end::text[]
      || case when nth > 2800 then '{category:late}' else '{}' end::text[]
      || case when r.severity = 'none' then '{category:gentle}' else '{}' end::text[]
      || case when r.status <> 'approved' then '{check:open}' else '{}' end::text[]
      from (select *, split_part(ref, '.', 2)::int as nth from records where ref like '9.%') r where r.id = s.record_id`,
  ]);
  stored = await db.$queryRaw<Stored[]>`
    select r.id, r.judges_agree, r.people_agree, r.severity, r.status, s.facets, split_part(r.ref, '.', 2)::int as nth
    from records r join record_search s on s.record_id = r.id where r.ref like '9.%' order by r.id`;
});

const open: RecordStatus[] = ["awaiting_review", "in_review"];
const byAge = (one: Place, other: Place) => (one.id < other.id ? -1 : 1);

/** Found without any look: what fits of all there is, put in order here. */
function plainly(
  part: { statuses: RecordStatus[]; order: QueueOrder; lane?: "grave" | "gentle"; place: Place | null },
  fits: (record: Stored) => boolean,
): string[] {
  const compare = {
    oldest: byAge,
    newest: (one: Place, other: Place) => byAge(other, one),
    judges: (one: Place, other: Place) => one.judges_agree - other.judges_agree || byAge(one, other),
  }[part.order as "oldest" | "newest" | "judges"];
  const isBehind = (record: Stored, place: Place | null) =>
    place === null || (record.id !== place.id && compare(record, place) > 0);
  return stored
    .filter(
      ({ status, severity }) =>
        part.statuses.includes(status) && (!part.lane || isGrave(severity) === (part.lane === "grave")),
    )
    .filter((record) => fits(record) && isBehind(record, part.place))
    .toSorted(compare)
    .map(({ id }) => id);
}

const read = ({ where, limit }: { where: Prisma.Sql; limit: number }, { order }: { order: QueueOrder }) => {
  const { key, descending } = walkOf(order);
  const by = Prisma.raw(`${key ? `r.${key}, ` : ""}r.id ${descending ? "desc" : "asc"}`);
  return db.$queryRaw<{ id: string; status: RecordStatus; nth: number }[]>(Prisma.sql`
    select r.id, r.status, split_part(r.ref, '.', 2)::int as nth from records r where ${where} order by ${by} limit ${limit}`);
};

const has = (facet: string) => (record: Stored) => record.facets.includes(facet);
const filters: [filter: QueueFilter, fits: (record: Stored) => boolean][] = [
  [{ category: "common" }, has("category:common")],
  [{ category: "rare" }, has("category:rare")],
  [{ category: "early" }, has("category:early")],
  [{ category: "late" }, has("category:late")],
  [{ category: "gentle", severity: "high" }, () => false],
  [
    { category: "common", severity: "high" },
    (record) => record.severity === "high" && has("category:common")(record),
  ],
  [{ category: "early", check: "near_duplicate" }, () => false],
  [{ text: "seldom" }, ({ nth }) => nth % 900 === 0],
  [{ text: "seldom", category: "common" }, ({ nth }) => nth % 900 === 0],
  [{ text: "often", category: "late" }, (record) => record.nth % 900 !== 0 && has("category:late")(record)],
];
const parts = (["oldest", "newest", "judges"] as const).flatMap((order) =>
  ([undefined, "grave", "gentle"] as const).flatMap((lane) =>
    [open, ["approved" as const]].flatMap((statuses) =>
      [null, 1_500].map((behind) => ({ order, lane, statuses, behind })),
    ),
  ),
);

test.each(filters)(
  "each record that fits %o is found once and in order, wherever it stands",
  async (filter, fits) => {
    for (const { behind, ...part } of parts) {
      const place = behind === null ? null : (stored[behind] ?? null);
      const expected = plainly({ ...part, place, ...(part.lane && { lane: part.lane }) }, fits);
      const found: string[] = [];
      const list = { projectId, ...part, filter, walk: walkOf(part.order), place };
      for await (const where of foundBy(list, 41)) {
        found.push(...(await read({ where, limit: count }, part)).map(({ id }) => id));
      }
      expect(found, JSON.stringify({ ...part, behind })).toEqual(expected);
    }
  },
);

test("the control: of what comes late or seldom, nothing is among the records that are looked at first", () => {
  const first = plainly({ statuses: open, order: "oldest", place: null }, () => true).slice(0, 200);
  for (const facet of ["category:late", "category:rare"]) {
    const [one = ""] = plainly(
      { statuses: open, order: "oldest", place: null },
      (record) => record.nth > 1 && has(facet)(record),
    );
    expect(first).not.toContain(one);
  }
});

test("a page is filled though most of what fits is not for its reader", async () => {
  const part = { statuses: open, order: "oldest", place: null } as const;
  const isTheirs = ({ nth }: { nth: number }) => nth > 2_500 && nth % 4 === 0;
  const list = { projectId, ...part, walk: walkOf("oldest"), filter: { category: "common" } };
  const rows = await readFound(list, 41, async ({ where, limit }) =>
    (await read({ where, limit: count }, part)).filter(isTheirs).slice(0, limit),
  );
  const expected = plainly(
    { ...part, statuses: open },
    (record) => isTheirs(record) && has("category:common")(record),
  );
  expect(rows.map(({ id }) => id)).toEqual(expected.slice(0, 41));
});
