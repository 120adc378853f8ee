import type { NoteKind } from "./draft.ts";

/** What a reviewer found missing in the policies or the guidelines, as leads read it. Instants in ISO 8601. */
export type Gap = {
  reviewId: string;
  /** The record at which it was found. */
  ref: string;
  by: string;
  at: string;
  text: string;
  /** The thought that it is about; null where it is about none in particular. */
  thought: string | null;
  /** Null while a lead has to look at it. */
  closed: { by: string; at: string } | null;
};

export type GapKind = Exclude<NoteKind, "remark">;
