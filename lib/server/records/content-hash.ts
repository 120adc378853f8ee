import { createHash } from "node:crypto";
import { type Content, contentKey } from "#lib/domain/record/content.ts";

/** SHA-256 (hex) by which revisions that would be released the same are known. */
export function contentHash(content: Content): string {
  return createHash("sha256").update(contentKey(content)).digest("hex");
}
