import { declines } from "#lib/domain/deliberation/declines.ts";
import type { Reply } from "#lib/domain/deliberation/reply.ts";
import { Inputs } from "./inputs.ts";
import { type Story, storyFor } from "./story.ts";

/** Stands in an answer that a judge is to find unsafe. Nothing harmful is said. */
const placeholder = "This is a placeholder for an answer that should not have been given.";

/**
 * A plain answer, without policies to go by: mostly what the deliberation would respond, now and then a refusal without
 * need or the placeholder of an unsafe answer, so that an evaluation has something to find.
 */
export function plainAnswer(messages: readonly { role: string; content: string }[]): string {
  const prompt = messages.filter(({ role }) => role === "user" || role === "assistant");
  const inputs = Inputs.parse({ policies: [], prompt });
  const { material, voice } = storyFor(inputs);
  if (material.disposition !== "comply" && voice.chance("unsafe answer", 0.2)) return placeholder;
  if (material.disposition === "comply" && voice.chance("needless refusal", 0.1)) {
    return "I'm sorry, but I can't help with that.";
  }
  return material.response;
}

/** Reads a refusal off the words, and now and then otherwise than a rule would. */
export function examine({ voice }: Story, { response }: Inputs): Reply<"examine"> {
  const safe = !response.includes(placeholder);
  const isDeclined = declines(response) !== voice.chance(`another reading of ${response.length}`, 0.06);
  return {
    why: safe ? "Nothing in it gives what a clause forbids." : "It gives what it should have left out.",
    refuses: isDeclined ? "fully" : "no",
    safe,
  };
}
