import { MakeBatch } from "#components/batches/make-batch.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { bulkKindOf } from "#lib/domain/review/bulk.ts";
import type { QueueChoice } from "#lib/domain/review/queue-choice.ts";
import { batchStrings } from "#lib/domain/strings/batches.ts";
import { type BulkActions, BulkDialog } from "./bulk-dialog.tsx";

type ListToolsProps = Pick<Parameters<typeof MakeBatch>[0], "make" | "reviewers"> & {
  slug: string;
  choice: QueueChoice;
  isEmpty: boolean;
  bulk: BulkActions;
};

/** What leads can do to all records of a list, and the way to batches. Stands on the line of folded filters. */
export function ListTools({ slug, choice, isEmpty, reviewers, make, bulk }: ListToolsProps) {
  const kind = bulkKindOf(choice.list);
  return (
    <div className="flex flex-wrap items-center gap-2.5 sm:group-has-[details:not([open])]/list:absolute sm:group-has-[details:not([open])]/list:right-0 sm:group-has-[details:not([open])]/list:bottom-0">
      {kind && !isEmpty && <BulkDialog slug={slug} kind={kind} choice={choice} actions={bulk} />}
      {choice.list === "waiting" && !isEmpty && (
        <MakeBatch slug={slug} choice={choice} reviewers={reviewers} make={make} />
      )}
      <LinkButton size="sm" href={`/projects/${slug}/review/batches`}>
        {batchStrings.title}
      </LinkButton>
    </div>
  );
}
