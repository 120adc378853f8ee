import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { promptStrings } from "#lib/domain/strings/prompts.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";

/**
 * Sets a prompt aside for evaluation, for good. Setting it aside again changes nothing.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where a frozen data set holds an item of it
 */
export async function setAside(actor: Actor, projectId: string, number: number): Promise<void> {
  await authorize(actor, "prompts.import", { projectId });
  await db.$transaction(async (tx) => {
    // The lock makes a freeze, whose items refer to the prompt, and this take turns.
    const [prompt] = await tx.$queryRaw<{ id: string; evaluation: boolean }[]>`
      select id, evaluation from prompts where project_id = ${projectId}::uuid and number = ${number} for update`;
    if (!prompt) throw new Refused("not_found", accessStrings.notFound);
    if (prompt.evaluation) return;
    if ((await tx.snapshotItem.count({ where: { promptId: prompt.id } })) > 0) {
      throw new Refused("conflict", promptStrings.inDataSet);
    }
    await tx.prompt.update({ where: { id: prompt.id }, data: { evaluation: true }, select: { id: true } });
    const object = { objectKind: "prompt", objectId: prompt.id };
    await appendAudit(tx, { actor, projectId, action: "prompt.setAside", ...object, detail: { number } });
  });
}
