import { Refused } from "#lib/domain/errors.ts";
import { ProjectSlug } from "#lib/domain/project/name.ts";
import { db } from "#lib/server/database/client.ts";
import { createProject } from "#lib/server/projects/create.ts";
import type { ProjectHandle } from "#lib/server/projects/shell.ts";
import { type Given, operator, required, WrongUsage } from "./command.ts";

/** The project that `--project` names; an unknown one is made with the five policies, and stderr says so. */
export async function projectFor(given: Given): Promise<ProjectHandle> {
  const slug = slugIn(given);
  const known = await find(slug);
  if (known) return known;
  const made = await createProject(operator, { name: nameOf(slug), slug });
  process.stderr.write(`Made the project “${made.slug}” with the five starting policies.\n`);
  return made;
}

/** The project that `--project` names, for commands that only read. */
export async function existingProject(given: Given): Promise<ProjectHandle> {
  const slug = slugIn(given);
  const known = await find(slug);
  if (!known) throw new Refused("not_found", `There is no project “${slug}”.`);
  return known;
}

function slugIn(given: Given): string {
  const parsed = ProjectSlug.safeParse(required(given, "project"));
  if (!parsed.success) throw new WrongUsage(`--project: ${parsed.error.issues[0]?.message}`);
  return parsed.data;
}

const find = (slug: string) =>
  db.project.findUnique({ where: { slug }, select: { id: true, slug: true, name: true } });

function nameOf(slug: string): string {
  const words = slug.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
