import type { Actor } from "#lib/domain/access/actions.ts";
import type { Planted } from "#lib/domain/insights/planted.ts";
import { noticedFlaw } from "#lib/domain/review/flaw.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { detectionOf } from "#lib/server/insights/detection.ts";
import { contentOf, contentSelection } from "#lib/server/records/revision.ts";
import { standing } from "#lib/server/records/round.ts";

/** How many planted records are listed, newest first. */
const listed = 100;
/** How much longer than reviewers themselves leads wait for what these noticed, in milliseconds. */
const reviewersFirstMs = 24 * 60 * 60 * 1_000;

/**
 * The planted records of a project and how well its reviewers notice them, without the last day: that is theirs.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadPlanted(actor: Actor, projectId: string): Promise<Planted> {
  await authorize(actor, "records.plant", { projectId });
  const until = new Date(Date.now() - reviewersFirstMs);
  const [project, records, members] = await Promise.all([
    db.project.findUniqueOrThrow({ where: { id: projectId }, select: { plantedPercent: true } }),
    db.record.findMany({
      where: { projectId, planted: true },
      orderBy: { id: "desc" },
      take: listed,
      select: {
        ref: true,
        status: true,
        plantedFlaws: true,
        plantedFrom: { select: { ref: true } },
        head: { select: contentSelection },
        rounds: {
          select: {
            reviews: {
              where: { ...standing, submittedAt: { lt: until } },
              select: { decision: true, labels: { select: { thoughtId: true, label: true } } },
            },
          },
        },
      },
    }),
    db.membership.findMany({
      where: { projectId, role: { in: ["annotator", "lead"] } },
      select: { user: { select: { id: true, name: true } } },
      orderBy: { user: { name: "asc" } },
    }),
  ]);
  const people = await Promise.all(
    members.map(async ({ user }) => ({
      name: user.name,
      detection: await detectionOf(projectId, user.id, until),
    })),
  );
  return {
    percent: project.plantedPercent,
    people: people.filter(({ detection }) => detection.hits.n + detection.falseAlarms.n > 0),
    rows: records.map(({ ref, status, plantedFlaws, plantedFrom, head, rounds }) => {
      const reviews = rounds.flatMap((round) => round.reviews);
      const content = head && contentOf(head);
      return {
        ref,
        sourceRef: plantedFrom?.ref ?? "",
        flaw: content?.thoughts.find(({ id }) => plantedFlaws.includes(id))?.text ?? null,
        reviewed: reviews.length,
        noticed: reviews.filter(({ decision, labels }) =>
          noticedFlaw(
            {
              decision: decision ?? "approve",
              labels: Object.fromEntries(labels.map(({ thoughtId, label }) => [thoughtId, label])),
            },
            plantedFlaws,
          ),
        ).length,
        withdrawn: status === "withdrawn",
      };
    }),
  };
}

/**
 * Sets how many of a hundred records that reviewers are given are planted ones.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function setPlantedPercent(actor: Actor, projectId: string, percent: number): Promise<void> {
  await authorize(actor, "records.plant", { projectId });
  await db.$transaction(async (tx) => {
    await tx.project.update({
      where: { id: projectId },
      data: { plantedPercent: percent },
      select: { id: true },
    });
    await appendAudit(tx, {
      actor,
      projectId,
      action: "project.change",
      objectKind: "project",
      objectId: projectId,
      detail: { plantedPercent: percent },
    });
  });
}
