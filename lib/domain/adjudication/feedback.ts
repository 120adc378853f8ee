import type { Content } from "#lib/domain/record/content.ts";
import type { Decision } from "#lib/domain/review/draft.ts";
import { compare, type Point, type Reading, sameResponse } from "./compare.ts";

/** What an adjudication decided against one reading. */
export type Feedback = {
  decision: Decision;
  /** What the adjudicator tells the reviewers. */
  comment: string | null;
  by: string;
  /** Thoughts whose text or label was decided otherwise: first as the reviewer had them, then as decided. */
  against: Point[];
  /** The responses, where another one was taken. */
  response: { yours: string; decided: string } | null;
  /** Whether nothing at all was decided otherwise. */
  upheld: boolean;
};

/** What an adjudication says to the author of one reading. */
export function feedbackOn(base: Content, reading: Reading, ruling: Reading): Feedback {
  const against = compare(base, [reading, ruling]).filter(({ differs }) => differs);
  const response = sameResponse(reading.content, ruling.content)
    ? null
    : { yours: reading.content.response, decided: ruling.content.response };
  return {
    decision: ruling.decision,
    comment: ruling.note,
    by: ruling.by,
    against,
    response,
    upheld: reading.decision === ruling.decision && against.length === 0 && response === null,
  };
}
