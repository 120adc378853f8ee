import type { Actor } from "#lib/domain/access/actions.ts";
import { ExposureCaps } from "#lib/domain/exposure/caps.ts";
import type { ExposureChoices } from "#lib/domain/exposure/choices.ts";
import { dayAfter, type ExposureSum, type Ledger } from "#lib/domain/exposure/ledger.ts";
import { db } from "#lib/server/database/client.ts";
import { categoriesOf } from "#lib/server/prompts/categories.ts";
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
    categoriesOf(projectId),
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
    categories: [...new Set([...categories, ...optedOut])].sort(),
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
