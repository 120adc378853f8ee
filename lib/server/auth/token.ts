import { createHash, randomBytes } from "node:crypto";

/** A secret that goes into a link: 256 random bits, safe in a URL. It is shown once and never stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a token, SHA-256 in hex: enough to recognise it, useless to whoever reads the table. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
