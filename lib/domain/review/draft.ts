import { z } from "zod";
import { dispositions, labels } from "#lib/domain/deliberation/reply.ts";
import { storable } from "#lib/domain/deliberation/storable.ts";
import { dimensions } from "#lib/domain/grading/dimension.ts";

/** The most characters one field of a draft may hold; far above any thought, below what a row should carry. */
export const longestText = 200_000;

const text = z.string().max(longestText).overwrite(storable);
const id = z.string().min(1).max(80);
const clauses = z.array(z.string().min(1).max(40)).max(100);

/** A change to a thought of the base. A field that is left out stays as it was. */
const Edit = z.object({ text: text.optional(), clauses: clauses.optional() });

/** A thought that the reviewer wrote. It gets its id when the review is submitted. */
export const AddedThought = z.object({
  /** Names it within the draft: `+1`, `+2`, … */
  key: id,
  /** The thought, or the key of the added thought, that it follows; null for the first place. */
  after: id.nullable(),
  text,
  clauses,
  /** Ids of the thoughts that it came from, where one was split or several were merged. */
  from: z.array(id).default([]),
});

export type AddedThought = z.infer<typeof AddedThought>;

export const noteKinds = ["remark", "policy_gap", "guidelines_gap"] as const;

/** What a note is about; gaps are meant for the leads. */
export type NoteKind = (typeof noteKinds)[number];

export const reasoningVerdicts = ["sound", "fixed", "flawed"] as const;
export type ReasoningVerdict = (typeof reasoningVerdicts)[number];

export const responseVerdicts = ["right", "fixed", "wrong"] as const;
export type ResponseVerdict = (typeof responseVerdicts)[number];

export const decisions = ["approve", "request_changes", "reject"] as const;
export type Decision = (typeof decisions)[number];

/**
 * What a reviewer has written so far, as differences to the base revision. Labels and scores judge the base as it was
 * given; everything else says what to make of it. The `content` column of a draft.
 */
export const ReviewDraft = z.object({
  /** By thought id. */
  labels: z.record(id, z.enum(labels)),
  /** 1 to 5 by dimension of the rubric, where they are asked for. */
  scores: z.partialRecord(z.enum(dimensions), z.int().min(1).max(5)).default({}),
  edits: z.record(id, Edit),
  added: z.array(AddedThought).max(500),
  removed: z.array(id),
  restored: z.array(id),
  /** All ids in their new order, where thoughts were moved; empty while they stand in the order given. */
  order: z.array(id).max(2_000).default([]),
  /** Null as long as it is as it was. */
  response: text.nullable(),
  disposition: z.enum(dispositions).nullable(),
  note: text,
  noteKind: z.enum(noteKinds),
  /** Id of the thought at which a gap was found. */
  noteAbout: id.nullable().default(null),
  /** What the reviewer answered where that should not follow from labels and edits; null where it follows. */
  reasoning: z.enum(reasoningVerdicts).nullable(),
  responseVerdict: z.enum(responseVerdicts).nullable(),
  /** Null while the decision follows from the verdicts. Approval is never chosen against them. */
  decision: z.enum(["request_changes", "reject"]).nullable(),
});

export type ReviewDraft = z.infer<typeof ReviewDraft>;

/** Nothing said yet. */
export const emptyDraft: ReviewDraft = {
  labels: {},
  scores: {},
  edits: {},
  added: [],
  removed: [],
  restored: [],
  order: [],
  response: null,
  disposition: null,
  note: "",
  noteKind: "remark",
  noteAbout: null,
  reasoning: null,
  responseVerdict: null,
  decision: null,
};

/** Whether two drafts say the same, whatever order a database or a browser keeps their fields in. */
export function isSameDraft(one: ReviewDraft, other: ReviewDraft): boolean {
  return isSame(one, other);
}

/** Whether two parts of drafts say the same, whatever the order of their fields. */
export function isSame(one: unknown, other: unknown): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
