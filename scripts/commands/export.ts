import { createWriteStream } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { everything } from "#lib/domain/export/filter.ts";
import { Format, formats, isPairFormat } from "#lib/domain/export/formats.ts";
import { createSnapshot } from "#lib/server/data-sets/create.ts";
import { streamRelease } from "#lib/server/data-sets/release.ts";
import { type Command, operator, optional, WrongUsage } from "#scripts/command-line/command.ts";
import { existingProject } from "#scripts/command-line/project.ts";

/** Freezes all approved records, or kept pairs, and writes them as one file with its manifest beside it. */
export const exportCommand: Command = {
  name: "export",
  summary: "Freeze the approved records of a project and write them as JSONL.",
  words: [],
  options: {
    project: { type: "string" },
    format: { type: "string" },
    output: { type: "string", short: "o" },
  },
  help: {
    project: "slug of the project",
    format: `${formats.join(" or ")} (${formats[0]} if not given)`,
    output: "file to write, also -o; its manifest is FILE.manifest.json. Without it: stdout, no manifest",
  },
  async run(given) {
    const format = Format.safeParse(optional(given, "format") ?? formats[0]);
    if (!format.success) throw new WrongUsage(`--format is ${formats.join(" or ")}.`);
    const project = await existingProject(given);
    const name = `Exported on the command line, ${format.data}`;
    const filter = { ...everything, items: isPairFormat(format.data) ? "pair" : "revision" } as const;
    const snapshot = await createSnapshot(operator, { projectId: project.id, name, filter });
    const release = await streamRelease(operator, snapshot.id, format.data);
    const file = optional(given, "output");
    if (file === undefined) {
      await pipeline(release.stream, process.stdout, { signal: given.signal, end: false });
      return null;
    }
    await writeWhole(file, release.stream, given.signal);
    const manifest = await release.manifest();
    await writeFile(`${file}.manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
    const synthetic = snapshot.synthetic ? " It holds synthetic rehearsal data." : "";
    return {
      json: { file: path.resolve(file), snapshot: snapshot.number, manifest },
      text: `Wrote ${snapshot.items.toLocaleString("en")} rows to ${file} (data set ${snapshot.number}).${synthetic}`,
    };
  },
};

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
