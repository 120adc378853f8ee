import { z } from "zod";

/** What the deterministic checks look for, in the order in which screens name them. */
export const checkNames = [
  "near_duplicate",
  "unknown_clause",
  "uncited_conclusion",
  "disposition_mismatch",
  "agent_chatter",
  "template_text",
  "language_switch",
  "bad_length",
] as const;

export type CheckName = (typeof checkNames)[number];

/**
 * What a check noticed, in ids, numbers, clauses and words of fixed lists: never in text of the thought, so that nothing is
 * left behind when content is erased. The `detail` column of a finding.
 */
export const FindingDetail = z.discriminatedUnion("check", [
  /** `of` is the earlier thought; `likeness` in percent. */
  z.object({ check: z.literal("near_duplicate"), of: z.string(), likeness: z.int() }),
  /** Numbers that no clause ever had, as far as the policies tell, and those of clauses that were taken out. */
  z.object({
    check: z.literal("unknown_clause"),
    unknown: z.array(z.string()),
    superseded: z.array(z.string()),
  }),
  z.object({ check: z.literal("uncited_conclusion") }),
  /** What the last thought decides, as dispositions that fit it, and what the response is said to do. */
  z.object({
    check: z.literal("disposition_mismatch"),
    decided: z.array(z.string()),
    disposition: z.string(),
  }),
  /** Where in the thought's text it stands, in UTF-16 units. */
  z.object({ check: z.literal("agent_chatter"), at: z.int(), length: z.int() }),
  z.object({ check: z.literal("template_text"), at: z.int(), length: z.int() }),
  /** ISO 639-1 codes of the chain's language and of the one that was fallen into. */
  z.object({ check: z.literal("language_switch"), from: z.string(), to: z.string() }),
  /** How many characters the thought has that are more than space. */
  z.object({ check: z.literal("bad_length"), characters: z.int() }),
]);

export type FindingDetail = z.infer<typeof FindingDetail>;

/** What one check says of one thought: there is at most one finding of a check for a thought. Never a verdict. */
export const Finding = z.object({ thoughtId: z.string(), detail: FindingDetail });

export type Finding = z.infer<typeof Finding>;
