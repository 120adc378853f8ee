import type { RoomRevision } from "#lib/domain/review/view.ts";
import { contentOf, contentSelection } from "#lib/server/records/revision.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** A revision with what tells it from others. */
export const authoredSelection = {
  id: true,
  parentId: true,
  number: true,
  authorKind: true,
  authorId: true,
  createdAt: true,
  ...contentSelection,
} as const satisfies Prisma.RevisionSelect;

type AuthoredRow = Prisma.RevisionGetPayload<{ select: typeof authoredSelection }>;

/**
 * A revision for the room; one that was erased says nothing.
 *
 * @param name of the person who wrote it, where the reader may know
 */
export function roomRevision(row: AuthoredRow, name: string | null = null): RoomRevision {
  const content = contentOf(row) ?? { thoughts: [], response: "", disposition: null };
  return {
    ...content,
    id: row.id,
    number: row.number,
    author: { kind: row.authorKind, name },
    at: row.createdAt.toISOString(),
  };
}
