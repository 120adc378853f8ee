import { Mapping } from "#lib/domain/import/mapping.ts";
import { db } from "#lib/server/database/client.ts";
import { createPerson, createProjectWith } from "#lib/server/testing/people.ts";
import { confirmImport } from "./confirm.ts";
import { loadImport } from "./load.ts";
import { openUpload } from "./open.ts";

/** A project of its own with a lead and a reader, and what a lead does to import a file into it. For tests. */
export async function newPlace() {
  const lead = await createPerson({ name: "Lea" });
  const reader = await createPerson({ name: "Rea" });
  const { id: projectId } = await createProjectWith([
    [lead, "lead"],
    [reader, "reader"],
  ]);
  return {
    lead,
    reader,
    projectId,
    /** Sends a file and waits until it is read. */
    async upload(fileName: string, content: string | Buffer) {
      const bytes = Buffer.from(content);
      const sent = { fileName, body: pieces(bytes), bytes: bytes.length };
      const { number, reading } = await openUpload(lead, projectId, sent);
      await reading;
      return loadImport(lead, projectId, number);
    },
    confirm: (number: number, leaveOutFaulty = false) =>
      confirmImport(lead, projectId, number, { leaveOutFaulty }),
    mappingOf: async (number: number) => Mapping.parse((await loadImport(lead, projectId, number)).mapping),
    prompts: () => db.prompt.findMany({ where: { projectId }, orderBy: { number: "asc" } }),
    countStaged: () => db.stagedRow.count({ where: { import: { projectId } } }),
  };
}

/** A file as it arrives. */
export async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
}

/** A file of prompts, one per line. */
export const csv = (...prompts: string[]) => ["prompt", ...prompts].join("\n");

/** So many prompts. */
export const questions = (count: number) => Array.from({ length: count }, (_, index) => `Question ${index}`);
