import type { Finding } from "#lib/domain/checks/finding.ts";
import type { ReviewDraft } from "#lib/domain/review/draft.ts";
import { loadFindings } from "#lib/server/records/findings.ts";
import type { RoomAccess } from "./room-access.ts";

/** What the checks noticed in the thoughts that a draft labels: judging comes first. */
export async function findingsOfLabelled(
  baseRevisionId: string,
  { labels }: Pick<ReviewDraft, "labels">,
): Promise<Finding[]> {
  const findings = await loadFindings(baseRevisionId);
  return findings.filter(({ thoughtId }) => Object.hasOwn(labels, thoughtId));
}

/**
 * What of it the room may show to one person: of what they have labelled while they judge and as long as they could take that
 * back, all of the shown revision once nothing is to be judged independently any more, else nothing.
 */
export async function shownFindings(
  { revealed, own }: Pick<RoomAccess, "revealed" | "own">,
  { draft, givenId, shownId }: { draft: ReviewDraft | undefined; givenId: string; shownId: string },
): Promise<Finding[]> {
  if (revealed) return loadFindings(shownId);
  if (!own || !draft) return [];
  return findingsOfLabelled(own.status === "submitted" ? shownId : givenId, draft);
}
