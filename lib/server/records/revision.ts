import { checksVersion } from "#lib/domain/checks/findings-of.ts";
import { isKept, Thoughts } from "#lib/domain/deliberation/thoughts.ts";
import type { Content } from "#lib/domain/record/content.ts";
import type { Prisma, RevisionAuthor } from "#prisma/generated/client.ts";
import { contentHash } from "./content-hash.ts";

/** What says of a revision what it says. */
export const contentSelection = {
  thoughts: true,
  response: true,
  disposition: true,
  erasureId: true,
} as const satisfies Prisma.RevisionSelect;

type ContentRow = Prisma.RevisionGetPayload<{ select: typeof contentSelection }>;

/** The content of a revision; null where it was erased. */
export function contentOf(row: ContentRow): Content | null {
  if (row.erasureId !== null) return null;
  return { thoughts: Thoughts.parse(row.thoughts), response: row.response, disposition: row.disposition };
}

type NewRevision = {
  recordId: string;
  /** From 1 within the record. */
  number: number;
  parentId?: string;
  author: { kind: RevisionAuthor; userId?: string };
  content: Content;
};

/** The row of a new revision, with everything that follows from its content; `storeFindings` stores the rest. */
export function revisionRow({ recordId, number, parentId, author, content }: NewRevision) {
  return {
    recordId,
    number,
    parentId,
    authorKind: author.kind,
    authorId: author.userId,
    thoughts: Thoughts.parse(content.thoughts),
    thoughtCount: content.thoughts.filter(isKept).length,
    response: content.response,
    disposition: content.disposition,
    contentHash: contentHash(content),
    checksVersion,
  } satisfies Prisma.RevisionUncheckedCreateInput;
}
