import { createWriteStream } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { dataCard } from "#lib/domain/export/card.ts";
import { FamilyId, families, familyIds } from "#lib/domain/export/chat-template/families.ts";
import { cardName, manifestName, readmeName } from "#lib/domain/export/file-name.ts";
import { everything } from "#lib/domain/export/filter.ts";
import { Format, formats, isPairFormat } from "#lib/domain/export/formats.ts";
import { createSnapshot } from "#lib/server/data-sets/create.ts";
import { currentReadme } from "#lib/server/data-sets/readme.ts";
import { streamRelease } from "#lib/server/data-sets/release.ts";
import { type Command, type Given, operator, optional, WrongUsage } from "#scripts/command-line/command.ts";
import { existingProject } from "#scripts/command-line/project.ts";

/** Freezes all approved records, or kept pairs, and writes them as one file with its manifest beside it. */
export const exportCommand: Command = {
  name: "export",
  summary: "Freeze the approved records or kept pairs of a project and write them as JSONL.",
  words: [],
  options: {
    project: { type: "string" },
    format: { type: "string" },
    family: { type: "string" },
    output: { type: "string", short: "o" },
  },
  help: {
    project: "slug of the project",
    format: `${formats.join(", ")} (${formats[0]} if not given)`,
    family: `models to train: takes the format that their chat template reads best. ${familyIds.join(", ")}`,
    output:
      "file to write, also -o; beside it FILE.manifest.json, FILE.card.md and FILE.README.md. Without it: stdout and nothing beside",
  },
  async run(given) {
    const { format, family } = chosen(given);
    const project = await existingProject(given);
    const filter = { ...everything, items: isPairFormat(format) ? "pair" : "revision" } as const;
    const snapshot = await createSnapshot(operator, {
      projectId: project.id,
      name: `Exported on the command line, ${format}`,
      filter,
    });
    const release = await streamRelease(operator, snapshot.id, format);
    const file = optional(given, "output");
    if (file === undefined) {
      await pipeline(release.stream, process.stdout, { signal: given.signal, end: false });
      return null;
    }
    await writeWhole(file, release.stream, given.signal);
    const manifest = await release.manifest();
    await writeFile(manifestName(file), `${JSON.stringify(manifest, null, 2)}\n`);
    const name = path.basename(file);
    await writeFile(cardName(file), dataCard({ ...manifest, file: name }));
    const readme = await currentReadme(operator, snapshot.id, format, { family, file: name });
    await writeFile(readmeName(file), readme.text);
    const synthetic = snapshot.synthetic ? " It holds synthetic rehearsal data." : "";
    return {
      json: { file: path.resolve(file), snapshot: snapshot.number, manifest },
      text: `Wrote ${manifest.rows.toLocaleString("en")} rows to ${file} (data set ${snapshot.number}).${synthetic}`,
    };
  },
};

/** The format that was asked for, or the one that suits the family. */
function chosen(given: Given): { format: Format; family: FamilyId | undefined } {
  const family = FamilyId.optional().safeParse(optional(given, "family"));
  if (!family.success) throw new WrongUsage(`--family is one of ${familyIds.join(", ")}.`);
  const suiting = family.data && families[family.data].format;
  const format = Format.safeParse(optional(given, "format") ?? suiting ?? formats[0]);
  if (!format.success) throw new WrongUsage(`--format is one of ${formats.join(", ")}.`);
  return { format: format.data, family: family.data };
}

/** Under a name of its own until it is whole: an export that was cut off never looks finished. */
async function writeWhole(file: string, stream: NodeJS.ReadableStream, signal: AbortSignal): Promise<void> {
  const partial = `${file}.partial`;
  try {
    await pipeline(stream, createWriteStream(partial), { signal });
    await rename(partial, file);
  } finally {
    await rm(partial, { force: true });
  }
}
