import { TabLinks } from "#components/ui/tab-links.tsx";
import { type Queue, type QueueView, queueViews } from "#lib/domain/review/view.ts";
import { queueStrings as strings } from "#lib/domain/strings/queue.ts";

type QueueListsProps = { queue: Queue; base: string; current: QueueView };

/** The lists that this person may see: their own, and by status for those who may read records. */
export function QueueLists({ queue, base, current }: QueueListsProps) {
  const { counts, waiting } = queue;
  const mine = waiting === null ? [] : (["waiting", "mine"] as const);
  const byStatus = queueViews.filter(
    (view) => view !== "waiting" && view !== "mine" && ((counts?.[view] ?? 0) > 0 || view === current),
  );
  return (
    <TabLinks
      label={strings.lists}
      items={[...mine, ...(counts ? byStatus : [])].map((view) => ({
        href: `${base}?list=${view}`,
        label: strings.views[view],
        count: view === "waiting" ? (waiting ?? 0) : view === "mine" ? undefined : counts?.[view],
        current: view === current,
      }))}
    />
  );
}
