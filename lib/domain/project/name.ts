import { z } from "zod";
import { projectStrings } from "#lib/domain/strings/project.ts";

/** What people call a project. */
export const ProjectName = z
  .string()
  .trim()
  .min(1, projectStrings.nameMissing)
  .max(80, projectStrings.nameTooLong);

/** How a project stands in URLs and on the command line. Never changes, since links hold it. */
export const ProjectSlug = z
  .string()
  .trim()
  .min(1, projectStrings.slugMissing)
  .max(60, projectStrings.slugTooLong)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, projectStrings.slugMalformed);

/** A slug made from a name: `Prüfung 2` becomes `prufung-2`. Scripts without Latin letters give `project`. */
export function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 50)
    .replace(/^-+|-+$/g, "");
  return slug || "project";
}
