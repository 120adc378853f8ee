import { z } from "zod";
import { storable } from "#lib/domain/deliberation/storable.ts";

/** Who says a message of a prompt. */
export const messageRoles = ["system", "user", "assistant"] as const;

export type MessageRole = (typeof messageRoles)[number];

export const Message = z.object({
  role: z.enum(messageRoles),
  content: z
    .string()
    .overwrite((text) => storable(text).trim())
    .min(1),
});

export type Message = z.infer<typeof Message>;

/**
 * The `messages` column of a prompt: optional system text, earlier turns, and last the user message that
 * is to be answered.
 */
export const PromptMessages = z
  .array(Message)
  .min(1)
  .refine((messages) => messages.at(-1)?.role === "user", { error: "The last message must be the user's." })
  .refine((messages) => messages.slice(1).every(({ role }) => role !== "system"), {
    error: "System text can only be the first message.",
  });

/** How much harm is in a prompt. `unrated` means that nobody said, and counts as high. */
export const severities = ["none", "low", "medium", "high", "unrated"] as const;

export type Severity = (typeof severities)[number];

/** Where a prompt came from, as far as it is known. */
const PromptSource = z.object({
  dataSet: z.string().nullable(),
  /** Row of the file, from 1, header not counted. */
  row: z.int().positive().nullable(),
  category: z.string().nullable(),
  subcategory: z.string().nullable(),
  licence: z.string().nullable(),
});

/** What is deliberated on. */
export const Prompt = z.object({
  messages: PromptMessages,
  severity: z.enum(severities),
  source: PromptSource,
});

export type Prompt = z.infer<typeof Prompt>;

/** The message to answer, which lists and search show. */
export function promptText(messages: readonly Message[]): string {
  return messages.at(-1)?.content ?? "";
}
