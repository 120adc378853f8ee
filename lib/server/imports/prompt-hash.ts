import { createHash } from "node:crypto";
import { normalisedMessages } from "#lib/domain/prompt/normalise.ts";
import type { Message } from "#lib/domain/prompt/prompt.ts";

/** SHA-256 (hex) by which a project knows a prompt: that of its normalised messages. */
export function promptHash(messages: readonly Message[]): string {
  return createHash("sha256").update(normalisedMessages(messages)).digest("hex");
}
