import { isKept, Thoughts } from "#lib/domain/deliberation/thoughts.ts";
import type { RowContent } from "#lib/domain/export/row.ts";
import { PromptMessages } from "#lib/domain/prompt/prompt.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** What of a revision becomes a row. */
export const rowSelection = {
  number: true,
  thoughts: true,
  response: true,
  erasureId: true,
  record: { select: { ref: true, synthetic: true, prompt: { select: { messages: true, erasureId: true } } } },
} as const satisfies Prisma.RevisionSelect;

type RowRevision = Prisma.RevisionGetPayload<{ select: typeof rowSelection }>;

/**
 * The content of a row: kept thoughts only, and nothing of how they came about. Null where the revision or
 * its prompt was erased.
 */
export function rowContent(revision: RowRevision): RowContent | null {
  const { record } = revision;
  if (revision.erasureId !== null || record.prompt.erasureId !== null) return null;
  return {
    messages: PromptMessages.parse(record.prompt.messages),
    thoughts: Thoughts.parse(revision.thoughts)
      .filter(isKept)
      .map(({ text }) => text),
    response: revision.response,
    ref: record.ref,
    revision: revision.number,
  };
}
