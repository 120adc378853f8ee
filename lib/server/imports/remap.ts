import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { Cells } from "#lib/domain/import/cells.ts";
import { type Mapping, mappingProblem } from "#lib/domain/import/mapping.ts";
import { importStrings } from "#lib/domain/strings/import.ts";
import { db } from "#lib/server/database/client.ts";
import { findImport } from "./find.ts";
import { Columns } from "./load.ts";
import type { OpenedImport } from "./open.ts";
import { batchSize, updateStaged } from "./stage-rows.ts";
import { StagedFault, stagedOf } from "./staged.ts";
import { workOn } from "./work-on.ts";

/**
 * Reads the staged rows of an import again under another mapping. The import is `reading` until that is done.
 *
 * @param mapping parsed by `Mapping`
 * @throws Refused `not_found`, `forbidden`; `invalid` where the mapping names a column that the file lacks or none
 * for the prompt; `conflict` where the import is not `ready`
 */
export async function remapImport(
  actor: Actor,
  projectId: string,
  number: number,
  mapping: Mapping,
): Promise<OpenedImport> {
  const { id, fileName, columns } = await findImport(actor, "prompts.import", projectId, number);
  const names = columns === null ? [] : Columns.parse(columns).map(({ name }) => name);
  const problem = mappingProblem(mapping, names, fileName);
  if (problem !== null) throw new Refused("invalid", problem);
  const { count } = await db.import.updateMany({
    where: { id, status: "ready" },
    data: {
      status: "reading",
      beatAt: new Date(),
      mapping,
      kind: mapping.kind,
      accepted: 0,
      duplicates: 0,
      faulty: 0,
    },
  });
  if (count === 0) throw new Refused("conflict", importStrings.mapping.notReady);
  return { id, number, reading: workOn({ id, projectId, fileName }, () => restage(id, mapping)) };
}

async function restage(importId: string, mapping: Mapping): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await db.stagedRow.findMany({
      where: { importId, row: { gt: after } },
      orderBy: { row: "asc" },
      take: batchSize,
      select: { row: true, cells: true, fault: true },
    });
    const last = rows.at(-1);
    if (!last) return;
    const staged = rows.map(({ row, cells, fault }) => {
      const before = fault === null ? null : StagedFault.parse(fault);
      return stagedOf({ row, cells: Cells.parse(cells), fault: before?.unreadable ? before : null }, mapping);
    });
    await updateStaged(importId, staged);
    after = last.row;
  }
}
