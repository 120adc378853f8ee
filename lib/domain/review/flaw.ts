import type { Label } from "#lib/domain/deliberation/reply.ts";
import type { Decision } from "./draft.ts";

/** What a submitted review says of the soundness of a record. */
export type Verdict = { decision: Decision; labels: Readonly<Record<string, Label>> };

/**
 * Whether a reviewer noticed that something is wrong: did not approve, or labelled a thought as other than sound.
 *
 * @param flaws ids of the thoughts that hold the flaw; none where the whole is bad, and any thought will do
 */
export function noticedFlaw({ decision, labels }: Verdict, flaws: readonly string[] = []): boolean {
  if (decision !== "approve") return true;
  return Object.entries(labels).some(
    ([id, label]) => label !== "sound" && (flaws.length === 0 || flaws.includes(id)),
  );
}
