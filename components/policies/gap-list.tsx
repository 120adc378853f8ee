"use client";

import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Gap } from "#lib/domain/review/gap.ts";
import { gapStrings as strings } from "#lib/domain/strings/gaps.ts";

type SetClosed = ServerAction<{ slug: string; reviewId: string; closed: boolean }, void>;

type GapListProps = {
  slug: string;
  /** Of the page on which the list stands. */
  href: string;
  gaps: readonly Gap[];
  open: number;
  /** Whether the closed ones are shown. */
  closed: boolean;
  setClosed: SetClosed;
};

/** What reviewers found missing, with the text in question, for the leads to close. */
export function GapList({ slug, href, gaps, open, closed, setClosed }: GapListProps) {
  return (
    <Section title={strings.title} className="mt-10">
      <TabLinks
        label={strings.lists}
        items={[
          { href: `${href}?gaps=open`, label: strings.openOnes, count: open, current: !closed },
          { href: `${href}?gaps=closed`, label: strings.closed, current: closed },
        ]}
      />
      {gaps.length === 0 && (
        <p className="py-3 text-sm text-ink-3">{closed ? strings.noneClosed : strings.none}</p>
      )}
      <ul className="divide-y divide-line">
        {gaps.map((gap) => (
          <GapItem key={gap.reviewId} slug={slug} gap={gap} setClosed={setClosed} />
        ))}
      </ul>
    </Section>
  );
}

function GapItem({ slug, gap, setClosed }: { slug: string; gap: Gap; setClosed: SetClosed }) {
  const { run, busy, refusal } = useAction(setClosed);
  const { reviewId, ref, by, at, text, thought, closed } = gap;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3.5">
      <div className="min-w-0 flex-1 basis-80">
        <p dir="auto" className="max-w-[66ch] text-sm break-words whitespace-pre-wrap">
          {text}
        </p>
        {thought !== null && (
          <blockquote
            dir="auto"
            className="mt-1.5 max-w-[66ch] border-l-2 border-line-strong pl-3 font-read text-read break-words whitespace-pre-wrap text-ink-2"
          >
            {thought}
          </blockquote>
        )}
        <p className="mt-1.5 text-xs text-ink-3">
          {strings.foundBy(by)} <TextLink href={`/projects/${slug}/review/${ref}`}>{ref}</TextLink> ·{" "}
          <Time value={at} />
          {closed && (
            <>
              {" · "}
              {strings.closedBy(closed.by)} <Time value={closed.at} />
            </>
          )}
        </p>
        {refusal && (
          <div role="alert">
            <Notice tone="bad" className="mt-2">
              {refusal.message}
            </Notice>
          </div>
        )}
      </div>
      <Button size="sm" busy={busy} onClick={() => run({ slug, reviewId, closed: closed === null })}>
        {closed ? strings.openAgain : strings.close}
      </Button>
    </li>
  );
}
