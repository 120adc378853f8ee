import { setTimeout as pause } from "node:timers/promises";
import { Refused } from "#lib/domain/errors.ts";
import { withPromptColumn } from "#lib/domain/import/mapping.ts";
import type { ImportView } from "#lib/domain/import/view.ts";
import { cancelImport, confirmImport } from "#lib/server/imports/confirm.ts";
import { loadImport } from "#lib/server/imports/load.ts";
import { type OpenedImport, openLocalFile } from "#lib/server/imports/open.ts";
import { remapImport } from "#lib/server/imports/remap.ts";
import { type Command, operator, optional } from "#scripts/command-line/command.ts";
import { ProgressBar } from "#scripts/command-line/progress.ts";
import { projectFor } from "#scripts/command-line/project.ts";

const lookEveryMs = 200;

/** Imports a file of this machine: all of it or nothing. */
export const importCommand: Command = {
  name: "import",
  summary:
    "Import prompts or existing chains of thought from a file (CSV, TSV, JSONL, JSON, Parquet, each also .gz).",
  words: ["FILE"],
  options: {
    project: { type: "string" },
    column: { type: "string" },
    "skip-faulty": { type: "boolean" },
    evaluation: { type: "boolean" },
  },
  help: {
    project: "slug of the project",
    column: "column that holds the prompt, where the guess is wrong",
    evaluation: "set the prompts aside to evaluate endpoints with; nothing of them is ever trained on",
    "skip-faulty": "leave out rows that cannot be imported instead of refusing the file",
  },
  async run(given) {
    const project = await projectFor(given);
    const opened = await openLocalFile(operator, project.id, given.words[0] ?? "");
    try {
      let read = await untilRead(project.id, opened, given.signal);
      const column = optional(given, "column");
      if (column !== undefined) read = await remapped(project.id, read, column, given.signal);
      if (given.options.evaluation === true) read = await setAside(project.id, read, given.signal);
      const leaveOutFaulty = given.options["skip-faulty"] === true;
      const stored = await confirmImport(operator, project.id, opened.number, { leaveOutFaulty });
      const left = [
        stored.duplicates > 0 ? `${stored.duplicates.toLocaleString("en")} duplicates skipped` : "",
        stored.faulty > 0 ? `${stored.faulty.toLocaleString("en")} faulty rows left out` : "",
      ].filter(Boolean);
      const records =
        stored.records > 0 ? ` and ${stored.records.toLocaleString("en")} records to review` : "";
      return {
        json: { project: project.slug, import: opened.number, ...stored },
        text: `Imported ${stored.prompts.toLocaleString("en")} prompts${records} into ${project.slug}${left.map((one) => `; ${one}`).join("")}.`,
      };
    } catch (error) {
      // A file that was refused is closed already; anything else must not wait for a confirmation nobody will give.
      await cancelImport(operator, project.id, opened.number).catch((other: unknown) => {
        if (!(other instanceof Refused)) throw other;
      });
      throw error;
    }
  },
};

async function remapped(projectId: string, read: ImportView, column: string, signal: AbortSignal) {
  const known = read.columns.find(({ name }) => name === column);
  if (!known || !read.mapping) {
    const names = read.columns.map(({ name }) => name).join(", ");
    throw new Refused("invalid", `${read.fileName} has no column “${column}”. It has: ${names}.`);
  }
  const mapping = withPromptColumn(read.mapping, column, known.form);
  return untilRead(projectId, await remapImport(operator, projectId, read.number, mapping), signal);
}

async function setAside(projectId: string, read: ImportView, signal: AbortSignal) {
  if (!read.mapping) return read;
  const mapping = { ...read.mapping, evaluation: true };
  return untilRead(projectId, await remapImport(operator, projectId, read.number, mapping), signal);
}

/** Waits while rows are staged; a file that is refused throws its sentence. */
async function untilRead(projectId: string, opened: OpenedImport, signal: AbortSignal): Promise<ImportView> {
  const bar = new ProgressBar("Reading");
  try {
    for (;;) {
      const read = await loadImport(operator, projectId, opened.number);
      if (read.status === "refused") throw new Refused("invalid", read.refusal ?? "");
      if (read.status !== "reading") return read;
      bar.show(read.progress ?? 0, `${read.rowsRead.toLocaleString("en")} rows`);
      await Promise.race([opened.reading, pause(lookEveryMs, undefined, { signal })]);
    }
  } finally {
    bar.end();
  }
}
