import type { Actor } from "#lib/domain/access/actions.ts";
import { ExposureCaps } from "#lib/domain/exposure/caps.ts";
import type { ExposureChoices } from "#lib/domain/exposure/choices.ts";
import { dayAfter, type ExposureSum, type Ledger } from "#lib/domain/exposure/ledger.ts";
import { db } from "#lib/server/database/client.ts";
import { requireReviewer } from "#lib/server/reviews/reviewer.ts";
import { limitsOf } from "./limits.ts";

/**
 * The actor's own exposure, limits and choices. There is no way to ask for those of anybody else.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadLedger(actor: Actor, projectId: string): Promise<Ledger> {
  const { userId } = await requireReviewer(actor, projectId);
  const [limits, project, choice, sums, categories] = await Promise.all([
    limitsOf(userId, projectId),
    db.project.findUniqueOrThrow({
      where: { id: projectId },
      select: { exposureCaps: true, supportUrl: true },
    }),
    db.exposureChoice.findUnique({ where: { userId } }),
    db.$queryRaw<ExposureSum[]>`
      select category, severity, count(distinct subject_id)::int as records, sum(seconds)::float8 as seconds
      from exposures where user_id = ${userId}::uuid
      group by category, severity order by 4 desc, 3 desc, category, severity`,
    // Along the index, category by category: however many prompts there are.
    db.$queryRaw<{ category: string }[]>`
      with recursive c as (
        (select category from prompts where project_id = ${projectId}::uuid and category is not null
          order by category limit 1)
        union all
        select (select p.category from prompts p where p.project_id = ${projectId}::uuid and p.category > c.category
          order by p.category limit 1) from c where c.category is not null
      )
      select category from c where category is not null limit 500`,
  ]);
  const { dose, caps, held } = limits;
  const optedOut = choice?.optedOut ?? [];
  return {
    dose,
    caps,
    held,
    projectCaps: ExposureCaps.parse(project.exposureCaps),
    nextDay: dayAfter(new Date()).toISOString(),
    sums,
    choices: {
      blur: choice?.blur ?? false,
      caps: ExposureCaps.parse(choice?.caps ?? {}),
      optedOut,
      breakMinutes: choice?.breakMinutes ?? null,
    },
    categories: [...new Set([...categories.map(({ category }) => category), ...optedOut])].sort(),
    supportUrl: project.supportUrl,
  };
}

/**
 * Keeps what the actor chose. No log tells of it: that somebody wants none of a category is nobody's business.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function saveChoices(actor: Actor, projectId: string, choices: ExposureChoices): Promise<void> {
  const { userId } = await requireReviewer(actor, projectId);
  await db.exposureChoice.upsert({
    where: { userId },
    create: { userId, ...choices },
    update: choices,
    select: { userId: true },
  });
}
