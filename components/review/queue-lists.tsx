import { Stat, StatRow } from "#components/ui/stat.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";
import { recordStatuses } from "#lib/domain/record/status.ts";
import { type Queue, type QueueView, queueViews } from "#lib/domain/review/view.ts";
import { queueStrings as strings } from "#lib/domain/strings/queue.ts";

type QueueListsProps = { queue: Queue; base: string; current: QueueView };

/** How many records there are of each status, for those who may know. */
export function QueueCounts({ counts, base }: { counts: NonNullable<Queue["counts"]>; base: string }) {
  const shown = recordStatuses.filter((status) => (counts[status] ?? 0) > 0);
  if (shown.length === 0) return null;
  return (
    <div className="mb-6">
      <StatRow>
        {shown.map((status) => {
          const view = queueViews.find((one) => one === status);
          return (
            <Stat
              key={status}
              label={strings.statuses[status]}
              value={(counts[status] ?? 0).toLocaleString("en")}
              href={view && `${base}?list=${view}`}
            />
          );
        })}
      </StatRow>
    </div>
  );
}

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
        href: view === "waiting" ? base : `${base}?list=${view}`,
        label: strings.views[view],
        count: view === "waiting" ? (waiting ?? 0) : view === "mine" ? undefined : counts?.[view],
        current: view === current,
      }))}
    />
  );
}
