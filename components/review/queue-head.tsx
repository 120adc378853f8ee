"use client";

import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { type Queue, waitingLimit } from "#lib/domain/review/view.ts";
import { queueStrings as strings } from "#lib/domain/strings/queue.ts";

type QueueHeadProps = { queue: Queue; slug: string; start: ServerAction<{ slug: string }, unknown> };

/** What the page is for, and the one thing to do next. */
export function QueueHead({ queue, slug, start }: QueueHeadProps) {
  const { run, busy, refusal } = useAction(start);
  const { waiting } = queue;
  return (
    <>
      <PageHeader
        title={strings.title}
        description={waiting === null ? strings.readerDescription : strings.description}
        actions={
          waiting !== null && (
            <Button
              variant="primary"
              size="lg"
              busy={busy}
              disabled={waiting === 0}
              onClick={() => run({ slug })}
            >
              {waiting === 0 ? strings.nothingWaits : strings.start}
              {waiting > 0 && (
                <span className="font-normal tabular-nums opacity-80">
                  {waiting >= waitingLimit ? strings.limit(waitingLimit) : waiting.toLocaleString("en")}
                </span>
              )}
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
