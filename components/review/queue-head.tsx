"use client";

import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { waitingLimit } from "#lib/domain/review/view.ts";
import type { Working } from "#lib/domain/review/working.ts";
import { queueStrings as strings } from "#lib/domain/strings/queue.ts";

type QueueHeadProps = {
  slug: string;
  /** What starting would work through: its order and filter, and how many there are. */
  working: Working;
  waiting: number | null;
  start: ServerAction<{ slug: string; working: Working }, unknown>;
};

/** What the page is for, and the one thing to do next. */
export function QueueHead({ slug, working, waiting, start }: QueueHeadProps) {
  const { run, busy, refusal } = useAction(start);
  const isNarrowed = Object.keys(working.filter).length > 0;
  return (
    <>
      <PageHeader
        title={strings.title}
        description={waiting === null ? strings.readerDescription : strings.description}
        actions={
          waiting !== null &&
          waiting > 0 && (
            <Button variant="primary" size="lg" busy={busy} onClick={() => run({ slug, working })}>
              {isNarrowed ? strings.startThese : strings.start}
              <span className="font-normal tabular-nums opacity-80">
                {waiting >= waitingLimit ? strings.limit(waitingLimit) : waiting.toLocaleString("en")}
              </span>
            </Button>
          )
        }
      />
      <div aria-live="polite" className="empty:hidden">
        {refusal && (
          <Notice tone="bad" className="mb-4">
            {refusal.message}
          </Notice>
        )}
      </div>
    </>
  );
}
