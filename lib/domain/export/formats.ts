import { z } from "zod";

/** The shapes that a snapshot can leave in. Each has columns that never change their meaning. */
export const formats = ["aidsafe", "messages"] as const;

export const Format = z.enum(formats);
export type Format = z.infer<typeof Format>;

/** Columns of a row, in the order they are written. `id` stands last: what training reads comes first. */
export const columns = {
  aidsafe: ["prompt", "thoughts", "response", "id"],
  messages: ["messages", "id"],
} as const satisfies Record<Format, readonly string[]>;
