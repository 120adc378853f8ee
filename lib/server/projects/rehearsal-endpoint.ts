import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";

/** Every installation has these two: made-up answers at once, and at the pace of a real model, to watch. */
const rehearsals = [
  { name: "Rehearsal", model: "rehearsal" },
  { name: "Rehearsal, paced", model: "rehearsal-paced" },
] as const;

/**
 * Makes the rehearsal endpoints where they are missing. Safe to call from several processes at once.
 *
 * @returns their ids, the unpaced one first
 */
export async function ensureRehearsalEndpoints(): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, model } of rehearsals) ids.push(await ensureEndpoint(name, model));
  return ids;
}

async function ensureEndpoint(name: string, model: string): Promise<string> {
  const known = await db.endpoint.findUnique({ where: { name }, select: { id: true } });
  if (known) return known.id;
  return db.$transaction(async (tx) => {
    // The name is unique: of two processes that start at once, one inserts and the other finds.
    const { count } = await tx.endpoint.createMany({
      data: [{ name, maxConcurrent: 16 }],
      skipDuplicates: true,
    });
    const { id } = await tx.endpoint.findUniqueOrThrow({ where: { name }, select: { id: true } });
    if (count === 1) {
      await tx.endpointVersion.create({
        data: {
          endpointId: id,
          version: 1,
          provider: "rehearsal",
          model,
          structuredOutputs: true,
          synthetic: true,
        },
      });
      await appendAudit(tx, {
        actor: { kind: "system" },
        action: "endpoint.add",
        objectKind: "endpoint",
        objectId: id,
      });
    }
    return id;
  });
}
