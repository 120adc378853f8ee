import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { Mapping, mappingProblem } from "#lib/domain/import/mapping.ts";
import { importStrings } from "#lib/domain/strings/import.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { withBeat } from "./beat.ts";
import { findImport } from "./find.ts";
import { Columns } from "./load.ts";
import { firstFault } from "./preview.ts";
import { storePrompts } from "./store-prompts.ts";
import { storeRecords } from "./store-records.ts";
import { endWithout } from "./work-on.ts";

/** How long the final inserts of very many rows may take. */
const longestStoreMs = 600_000;

/** What an import gave. `prompts` counts new ones; records may be of prompts that the project had before. */
export type Imported = { prompts: number; records: number; duplicates: number; faulty: number };

type Found = Awaited<ReturnType<typeof findImport>>;

/**
 * Stores what an import holds, in one transaction: all of it or nothing. Duplicates are left out; rows that cannot
 * be imported only if the caller says so, after the person has seen them.
 *
 * @param actor needs `prompts.import`
 * @param leaveOutFaulty false refuses the import as long as any row is faulty
 * @throws Refused `not_found`, `forbidden`; `conflict` where the import is not `ready`; `invalid` where the mapping
 * cannot be used, or a row is faulty: the sentence names file, row and column, and the import stays `ready`
 */
export async function confirmImport(
  actor: Actor,
  projectId: string,
  number: number,
  { leaveOutFaulty }: { leaveOutFaulty: boolean },
): Promise<Imported> {
  const found = await findImport(actor, "prompts.import", projectId, number);
  await requireImportable(found, leaveOutFaulty);
  const { id } = found;
  await moveOn(db, id, "ready", { status: "storing", beatAt: new Date() });
  try {
    return await withBeat(id, () =>
      db.$transaction((tx) => store(tx, actor, found), { maxWait: 10_000, timeout: longestStoreMs }),
    );
  } catch (error) {
    await db.import.updateMany({ where: { id, status: "storing" }, data: { status: "ready" } });
    throw error;
  }
}

/**
 * Gives up an import that is being read or waits. Nothing of it stays but its line in the list.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where it has ended or is being stored
 */
export async function cancelImport(actor: Actor, projectId: string, number: number): Promise<void> {
  const { id } = await findImport(actor, "prompts.import", projectId, number);
  if (!(await endWithout(id, "cancelled"))) {
    throw new Refused("conflict", importStrings.mapping.notCancellable);
  }
}

async function requireImportable(found: Found, leaveOutFaulty: boolean): Promise<void> {
  const { id, status, fileName, columns, mapping, faulty, accepted, duplicates } = found;
  if (status !== "ready") throw new Refused("conflict", importStrings.mapping.notReady);
  const names = Columns.parse(columns).map(({ name }) => name);
  const problem = mappingProblem(Mapping.parse(mapping), names, fileName);
  if (problem !== null) throw new Refused("invalid", problem);
  if (faulty > 0 && !leaveOutFaulty) {
    const first = (await firstFault(id, fileName)) ?? "";
    throw new Refused("invalid", importStrings.mapping.faultyRows(faulty, first));
  }
  if (accepted + duplicates === 0) throw new Refused("invalid", importStrings.mapping.nothingLeft(fileName));
}

async function store(tx: Prisma.TransactionClient, actor: Actor, found: Found): Promise<Imported> {
  const { id, projectId, number, kind, accepted, duplicates: before, faulty } = found;
  const prompts = await storePrompts(tx, {
    importId: id,
    projectId,
    evaluation: Mapping.parse(found.mapping).evaluation,
  });
  const records = kind === "cots" ? await storeRecords(tx, { importId: id, projectId, number }) : 0;
  const stored = kind === "cots" ? records : prompts;
  const duplicates = accepted + before - stored;
  await tx.stagedRow.deleteMany({ where: { importId: id } });
  const names = Columns.parse(found.columns).map((column) => ({ ...column, samples: [] }));
  await moveOn(tx, id, "storing", {
    status: "done",
    accepted: stored,
    duplicates,
    columns: names,
    finishedAt: new Date(),
  });
  const object = { objectKind: "import", objectId: id };
  const detail = { number, prompts, records, duplicates, faulty };
  await appendAudit(tx, { actor, projectId, action: "import.store", ...object, detail });
  return { prompts, records, duplicates, faulty };
}

/** Whoever comes second finds the import in another state, and changes nothing. */
async function moveOn(
  client: Pick<Prisma.TransactionClient, "import">,
  id: string,
  from: "ready" | "storing",
  data: Prisma.ImportUpdateManyMutationInput,
): Promise<void> {
  const { count } = await client.import.updateMany({ where: { id, status: from }, data });
  if (count === 0) throw new Refused("conflict", importStrings.mapping.notReady);
}
