import { policiesStrings } from "#lib/domain/strings/policies.ts";

/** The title in a text that may not be publishable yet. */
export function draftTitle(text: string): string {
  return /^ {0,3}#{1,6}\s+(.+?)\s*#*\s*$/m.exec(text)?.[1] ?? policiesStrings.untitled;
}
