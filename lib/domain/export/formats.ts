import { z } from "zod";

/** What the items of a snapshot are: approved revisions, or kept pairs whose selected side is approved. */
export const itemKinds = ["revision", "pair"] as const;

export type ItemKind = (typeof itemKinds)[number];

/** Chat messages, by where a message keeps its chain of thought: in its text, or in one field or another. */
export const chatFormats = ["messages", "messages-reasoning", "messages-thinking"] as const;

export type ChatFormat = (typeof chatFormats)[number];

/** Shapes with one row for each approved revision. */
export const itemFormats = ["aidsafe", ...chatFormats] as const;

export type ItemFormat = (typeof itemFormats)[number];

/**
 * The shapes that a snapshot can leave in, by what its items are. Each has columns that never change their meaning. A format of
 * revisions knows nothing of rejected text.
 */
export const formatsOf = {
  revision: [...itemFormats, "stepwise"],
  pair: ["preference", "preference-messages", "unpaired", "unpaired-messages"],
} as const satisfies Record<ItemKind, readonly string[]>;

export const formats = [...formatsOf.revision, ...formatsOf.pair] as const;

export const Format = z.enum(formats);
export type Format = z.infer<typeof Format>;
export type PairFormat = (typeof formatsOf.pair)[number];

/** Whether a format has rows of pairs, and not of revisions. */
export function isPairFormat(format: Format): format is PairFormat {
  return (formatsOf.pair as readonly Format[]).includes(format);
}

/** Columns of a row, in the order they are written. `id` stands last: what training reads comes first. */
export const columns = {
  aidsafe: ["prompt", "thoughts", "response", "id"],
  messages: ["messages", "id"],
  "messages-reasoning": ["messages", "id"],
  "messages-thinking": ["messages", "id"],
  stepwise: ["prompt", "completions", "labels", "judgements", "id"],
  preference: ["prompt", "chosen", "rejected", "id"],
  "preference-messages": ["prompt", "chosen", "rejected", "id"],
  unpaired: ["prompt", "completion", "label", "id"],
  "unpaired-messages": ["prompt", "completion", "label", "id"],
} as const satisfies Record<Format, readonly string[]>;
