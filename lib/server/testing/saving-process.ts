// A process of its own that saves one draft over and over, until it is killed. It says on stdout which saves were answered.
import { emptyDraft } from "#lib/domain/review/draft.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { saveDraft } from "#lib/server/reviews/save-draft.ts";

const [actor = "", review = ""] = process.argv.slice(2);
const { version: first, ...named } = JSON.parse(review) as {
  reviewId: string;
  baseRevisionId: string;
  version: number;
};
for (let version = first; ; ) {
  const content = { ...emptyDraft, note: `Save ${version + 1}` };
  ({ version } = await saveDraft(JSON.parse(actor) as PersonActor, { ...named, version, content }));
  process.stdout.write(`${version}\n`);
}
