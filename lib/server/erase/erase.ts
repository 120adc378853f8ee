import { z } from "zod";
import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { eraseStrings } from "#lib/domain/strings/erase.ts";
import { authorizeInstallation } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { findScope } from "./scope.ts";
import { stopWork } from "./stop-work.ts";
import { eraseFiles, leaveTombstones, type Tombstones } from "./tombstones.ts";

/** What is to be erased, and the reason that the audit log keeps. */
export const EraseRequest = z.object({
  kind: z.enum(["prompt", "record"]),
  id: z.uuid(),
  reason: z.string().trim().min(1, eraseStrings.reasonMissing).max(500, eraseStrings.reasonTooLong),
});

export type EraseRequest = z.output<typeof EraseRequest>;

/**
 * Replaces the content of a prompt, or of one record, by tombstones everywhere: prompt, turns, attempts,
 * revisions, drafts, labels, scores, notes, comments, rows of files that still wait to be imported. Ids, hashes and
 * counts stay; work in progress on it is cancelled. The one exception to "nothing is ever changed", and the
 * triggers of the database let through nothing but this.
 *
 * @param actor an admin of the installation, or the operator
 * @returns how many rows lost content, by kind
 * @throws Refused `forbidden`; `not_found`; `conflict` where it was erased already
 */
export async function erase(actor: Actor, { kind, id, reason }: EraseRequest): Promise<Tombstones> {
  authorizeInstallation(actor, "content.erase");
  return db.$transaction(
    async (tx) => {
      const scope = await findScope(tx, kind, id);
      if (!scope) throw new Refused("not_found", eraseStrings.notFound);
      if (scope.erased) throw new Refused("conflict", eraseStrings.already);
      const { id: erasureId } = await tx.erasure.create({
        data: {
          projectId: scope.projectId,
          actorId: actor.kind === "person" ? actor.userId : null,
          actorKind: actor.kind,
          objectKind: kind,
          objectId: id,
          reason,
        },
        select: { id: true },
      });
      await stopWork(tx, scope);
      await eraseFiles(tx, scope);
      const tombstones = await leaveTombstones(tx, scope, erasureId);
      await appendAudit(tx, {
        actor,
        projectId: scope.projectId,
        action: "content.erase",
        objectKind: kind,
        objectId: id,
        reason,
        detail: { name: scope.name, ...tombstones },
      });
      return tombstones;
    },
    { timeout: 60_000 },
  );
}
