import { Refused } from "#lib/domain/errors.ts";
import { importStrings } from "#lib/domain/strings/import.ts";
import { importLimits } from "./limits.ts";

/**
 * A file's name from a request header, as people will read it: decoded, without folders and control characters.
 *
 * @param header percent-encoded UTF-8
 * @throws Refused `invalid` where there is none
 */
export function fileNameIn(header: string | null): string {
  const name = decoded(header ?? "")
    .toWellFormed()
    .replace(/^.*[/\\]/s, "")
    .replace(/\p{C}/gu, "")
    .trim()
    .slice(-importLimits.nameCharacters);
  if (name === "") throw new Refused("invalid", importStrings.mapping.noFileName);
  return name;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
