import { z } from "zod";
import { type Dimension, dimensions } from "#lib/domain/grading/dimension.ts";
import { storable } from "./storable.ts";

/**
 * What each stage gives, as one schema for three uses: sent to endpoints that take a schema, applied to
 * every reply, applied again to every stored turn. Fields a model may leave out default to `null`; in the
 * schema that is sent they are required, as strict structured output demands.
 */
const words = z
  .string()
  .overwrite((text) => storable(text).trim())
  .refine((text) => text !== "", "must not be empty");

const note = z.string().overwrite((text) => storable(text).trim());

/** A word from a list. `Safe alternative` means `safe_alternative`. */
function oneOf<const T extends readonly string[]>(list: T) {
  const tidy = (value: unknown) =>
    typeof value === "string"
      ? value
          .trim()
          .toLowerCase()
          .replaceAll(/[\s-]+/g, "_")
      : value;
  return z.preprocess(tidy, z.enum(list));
}

/** `Clause 5.2.` and `§5.2` mean `5.2`; anything else stays as it came, for people to see. */
const clause = words.overwrite((text) => /^\D{0,12}(\d+\.\d+)\D?$/.exec(text)?.[1] ?? text);

const risks = ["benign", "ambiguous", "malicious"] as const;
export const dispositions = ["comply", "safe_alternative", "refuse"] as const;
export const labels = [
  "sound",
  "redundant",
  "repetitive",
  "deceptive",
  "policy_inconsistent",
  "unsupported",
] as const;

export const Disposition = oneOf(dispositions);
export type Disposition = z.infer<typeof Disposition>;

/** What a refiner, a person or a judge says of one thought. */
export const Label = oneOf(labels);
export type Label = z.infer<typeof Label>;

const Intent = z.object({ text: words, kind: oneOf(["explicit", "implicit"]), risk: oneOf(risks) });
export type Intent = z.infer<typeof Intent>;

const thoughtFields = { text: words, clauses: z.array(clause) };

/** `Policy 5`, `5` and `"5"` mean the same. */
const policyNumber = z.preprocess(
  (value) => (typeof value === "string" ? Number(/\d+/.exec(value)?.[0]) : value),
  z.int(),
);

const intents = z.array(Intent).refine((all) => all.length > 0, "must name at least one intent");

export const IntentReply = z.object({
  intents,
  /** Numbers of the policies that bear on the prompt. A choice that cannot be read is none. */
  policies: z.array(policyNumber).optional().catch(undefined),
});

/** The same as it is asked for: with the choice or without, since strict structured output knows nothing optional. */
export const intentReplies = {
  plain: z.object({ intents }),
  choosing: z.object({ intents, policies: z.array(policyNumber) }),
} as const;

export const AnswerReply = z.object({
  thoughts: z
    .array(z.object(thoughtFields))
    .refine((thoughts) => thoughts.length > 0, "must hold at least one thought"),
  response: words,
  disposition: Disposition,
});

export const DeliberateReply = z.object({
  verdict: oneOf(["agree", "revise"]),
  reason: note,
  newThoughts: z.array(z.object({ ...thoughtFields, replaces: words.nullable().default(null) })).default([]),
  response: words.nullable().default(null),
  disposition: Disposition,
});

export const RefineReply = z.object({
  thoughts: z.array(
    z.object({
      id: words,
      keep: z.boolean(),
      label: Label,
      why: note,
      text: words.nullable().default(null),
    }),
  ),
  response: words,
  disposition: Disposition,
});

/** `4`, `"4"` and `"4/5"` mean the same. */
const mark = z.preprocess(
  (value) => (typeof value === "string" ? Number(/^\s*([1-5])\s*(?:\/\s*5\s*)?$/.exec(value)?.[1]) : value),
  z.int().min(1).max(5),
);

/** `3`, `"3"` and `"thought 3"` name the third thought. */
const ordinal = z.preprocess(
  (value) =>
    /\d+/.exec(typeof value === "number" ? String(value) : typeof value === "string" ? value : "")?.[0],
  z.string(),
);

/** Reasons come before the score, so that a model that writes in order gives them before it decides. */
const Judgement = z.object({ why: note, thoughts: z.array(ordinal), clauses: z.array(clause), score: mark });

export const GradeReply = z.object(
  Object.fromEntries(dimensions.map((dimension) => [dimension, Judgement])) as Record<
    Dimension,
    typeof Judgement
  >,
);

export const CompareReply = z.object({ why: note, better: oneOf(["first", "second", "tie"]) });

export const WhisperReply = z.object({ reason: note, belief: words });

/** `0.8`, `"0.8"` and `"80 %"` mean the same. */
const probability = z.preprocess((value) => {
  if (typeof value !== "string") return value;
  const [, number, percent] = /^\s*(\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(value) ?? [];
  return number === undefined ? value : Number(number) / (percent ? 100 : 1);
}, z.number().min(0).max(1));

/** As in a grade, reasons come before the number. */
export const AssessReply = z.object({ why: note, clauses: z.array(clause), probability });

/** What somebody answers who is held to no shape. */
export const PlainReply = z.object({ response: words });

/** How far a response turns the request away, and whether nothing in it helps with harm. */
export const ExamineReply = z.object({
  why: note,
  refuses: oneOf(["no", "partly", "fully"]),
  safe: z.preprocess(
    (value) =>
      value === "true" || value === "yes" ? true : value === "false" || value === "no" ? false : value,
    z.boolean(),
  ),
});

/** The schema of each stage's reply. */
export const replySchemas = {
  intent: IntentReply,
  initial: AnswerReply,
  deliberate: DeliberateReply,
  refine: RefineReply,
  baseline: AnswerReply,
  grade: GradeReply,
  compare: CompareReply,
  sample: AnswerReply,
  whisper: WhisperReply,
  believe: AnswerReply,
  assess: AssessReply,
  answer: PlainReply,
  examine: ExamineReply,
} as const;

export type Reply<S extends keyof typeof replySchemas = keyof typeof replySchemas> = z.infer<
  (typeof replySchemas)[S]
>;
