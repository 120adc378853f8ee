import type { Actor } from "#lib/domain/access/actions.ts";
import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import { Refused } from "#lib/domain/errors.ts";
import type { PlantSource } from "#lib/domain/insights/planted.ts";
import { insightStrings } from "#lib/domain/strings/insights.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { contentOf, contentSelection } from "#lib/server/records/revision.ts";
import { unsettledIn } from "#lib/server/reviews/unsettled.ts";

/** A record that can be planted: one that was decided for good, and is not planted itself. */
export type Source = Awaited<ReturnType<typeof findSource>>;

/**
 * Finds a record to plant. The caller has authorized.
 *
 * @throws Refused `invalid` where there is none of that ref, or it is neither approved nor rejected
 */
export async function findSource(projectId: string, ref: string) {
  const record = await db.record.findUnique({
    where: { projectId_ref: { projectId, ref } },
    include: { head: { select: contentSelection }, prompt: { select: { text: true, erasureId: true } } },
  });
  const isDecided = record?.status === "approved" || record?.status === "rejected";
  const isFinal = record && !(await unsettledIn(projectId)).has(record.id);
  if (!record || !isDecided || !isFinal || record.planted || record.prompt.erasureId) {
    throw new Refused("invalid", insightStrings.planted.cannotPlant);
  }
  return record;
}

/**
 * A record with its thoughts, to write a flaw into.
 *
 * @throws Refused `not_found`, `forbidden`; `invalid` where it cannot be planted
 */
export async function loadPlantSource(actor: Actor, projectId: string, ref: string): Promise<PlantSource> {
  await authorize(actor, "records.plant", { projectId });
  const source = await findSource(projectId, ref);
  const content = source.head && contentOf(source.head);
  if (!content) throw new Refused("invalid", insightStrings.planted.cannotPlant);
  return {
    ref,
    needsFlaw: source.status === "approved",
    prompt: source.prompt.text,
    thoughts: content.thoughts.filter(isKept).map(({ id, text }) => ({ id, text })),
  };
}
