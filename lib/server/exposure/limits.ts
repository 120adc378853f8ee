import { capsOf, ExposureCaps } from "#lib/domain/exposure/caps.ts";
import { type DoseByLevel, type Held, heldLevels, levelOf } from "#lib/domain/exposure/held.ts";
import { type Severity, severities } from "#lib/domain/prompt/prompt.ts";
import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { today } from "./today.ts";

type Tx = Pick<Prisma.TransactionClient, "$queryRaw">;

/** What holds for one person in one project today. */
export type Limits = {
  caps: ExposureCaps;
  dose: DoseByLevel;
  held: Held;
  /** Whether they want text of medium and high severity blurred until they ask for it. */
  blur: boolean;
};

/**
 * What is not given to a person in a project today. Their dose is that of all projects: it is one person who reads.
 * What they have claimed and not looked at yet counts as well, or two tabs would be given the last one each.
 */
export async function limitsOf(userId: string, projectId: string, tx: Tx = db): Promise<Limits> {
  const [row] = await tx.$queryRaw<Row[]>(Prisma.sql`
    select p.exposure_caps as "projectCaps", c.caps as own, coalesce(c.blur, false) as blur,
      coalesce(c.opted_out, '{}') as "optedOut",
      (select json_agg(d) from (
        select s.severity, count(*)::int as records, sum(s.seconds)::float8 as seconds from (
          select severity, seconds from exposures
          where user_id = ${userId}::uuid and day = ${today}
          union all
          select r.severity, 0 from reviews v
            join review_rounds o on o.id = v.round_id join records r on r.id = o.record_id
          where v.reviewer_id = ${userId}::uuid and v.slot is not null and v.submitted_at is null
            and v.claim_expires_at > now()
            and not exists (select from exposures e where e.user_id = ${userId}::uuid
              and e.day = ${today} and e.subject_id = r.id)
          union all
          select 'high', 0 from pairs x
          where x.claimed_by_id = ${userId}::uuid and x.claim_expires_at > now()
            and not exists (select from exposures e where e.user_id = ${userId}::uuid
              and e.day = ${today} and e.subject_id = x.id)
        ) s group by s.severity
      ) d) as dose
    from projects p left join exposure_choices c on c.user_id = ${userId}::uuid
    where p.id = ${projectId}::uuid`);
  const dose = doseOf(row?.dose ?? []);
  const caps = capsOf(ExposureCaps.parse(row?.projectCaps ?? {}), ExposureCaps.parse(row?.own ?? {}));
  return {
    caps,
    dose,
    held: { levels: heldLevels(caps, dose), categories: row?.optedOut ?? [] },
    blur: row?.blur ?? false,
  };
}

type Counted = { severity: Severity; records: number; seconds: number };
type Row = { projectCaps: unknown; own: unknown; blur: boolean; optedOut: string[]; dose: Counted[] | null };

function doseOf(counted: readonly Counted[]): DoseByLevel {
  const dose: DoseByLevel = {
    low: { records: 0, seconds: 0 },
    medium: { records: 0, seconds: 0 },
    high: { records: 0, seconds: 0 },
  };
  for (const { severity, records, seconds } of counted) {
    const level = levelOf(severity);
    if (!level) continue;
    dose[level] = { records: dose[level].records + records, seconds: dose[level].seconds + seconds };
  }
  return dose;
}

/**
 * A condition on `r`, the records: a person may be given it today. What they have read of today they may finish.
 *
 * @param held what is held back from them, as `limitsOf` says
 */
export function givable(userId: string, { levels: full, categories }: Held): Prisma.Sql {
  const withheld = severities.filter((severity) => full.some((level) => level === levelOf(severity)));
  const level =
    withheld.length === 0
      ? Prisma.sql`true`
      : Prisma.sql`(r.severity <> all (${withheld}::severity[]) or exists (
          select from exposures e where e.user_id = ${userId}::uuid
            and e.day = ${today} and e.subject_id = r.id))`;
  const category =
    categories.length === 0
      ? Prisma.sql`true`
      : Prisma.sql`not exists (
          select from prompts p where p.id = r.prompt_id and p.category = any (${[...categories]}::text[]))`;
  return Prisma.sql`${level} and ${category}`;
}
