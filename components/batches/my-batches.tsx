"use client";

import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { RefusalNotice } from "#components/ui/refusal-notice.tsx";
import { Time } from "#components/ui/time.tsx";
import type { MyBatch } from "#lib/domain/review/batch.ts";
import type { Working } from "#lib/domain/review/working.ts";
import { batchStrings as strings } from "#lib/domain/strings/batches.ts";

type MyBatchesProps = {
  batches: readonly MyBatch[];
  slug: string;
  start: ServerAction<{ slug: string; working: Working }, unknown>;
};

/** The batches that somebody is to work through, what is due first coming first. */
export function MyBatches({ batches, slug, start }: MyBatchesProps) {
  const { run, busy, refusal } = useAction(start);
  if (batches.length === 0) return null;
  return (
    <section aria-label={strings.mine} className="mb-6">
      <RefusalNotice refusal={refusal} />
      <ul className="divide-y divide-line rounded-lg border border-line">
        {batches.map(({ id, name, dueOn, left }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
            <span className="min-w-40 flex-1 font-medium wrap-anywhere">{name}</span>
            <span className="text-sm text-ink-2 tabular-nums">{strings.left(left)}</span>
            <span className="text-sm text-ink-3">
              {strings.due} <Time value={dueOn} format="day" />
            </span>
            <Button
              size="sm"
              busy={busy}
              onClick={() => run({ slug, working: { order: "oldest", filter: {}, batch: id } })}
            >
              {strings.work}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
