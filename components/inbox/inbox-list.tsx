"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Badge } from "#components/ui/badge.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Inbox, InboxItem } from "#lib/domain/inbox/item.ts";
import { inboxStrings as strings } from "#lib/domain/strings/inbox.ts";

type InboxListProps = {
  inbox: Inbox;
  slug: string;
  markRead: ServerAction<{ slug: string; until: string }, void>;
};

/** What others said and decided about one's work. Opening it is reading it; what was new still says so. */
export function InboxList({ inbox, slug, markRead }: InboxListProps) {
  const { items } = inbox;
  const [readBefore] = useState(inbox.readUntil);
  const newest = items[0]?.at;
  const read = useEffectEvent((until: string) => void markRead({ slug, until }));
  useEffect(() => {
    if (newest && (readBefore === null || newest > readBefore)) read(newest);
  }, [newest, readBefore]);
  return (
    <ol aria-label={strings.title} className="border-t border-line">
      {items.map((item) => (
        <li key={`${item.kind}:${item.id}`} className="border-b border-line py-3.5">
          <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1 text-sm">
            {(readBefore === null || item.at > readBefore) && <Badge tone="accent">{strings.isNew}</Badge>}
            <span className="font-medium">{sentenceOf(item)}</span>
            <span className="text-xs text-ink-3">
              <Time value={item.at} format="relative" />
            </span>
          </p>
          {"text" in item && (
            <p
              dir="auto"
              className="mt-1 line-clamp-3 max-w-[70ch] text-sm wrap-anywhere whitespace-pre-wrap text-ink-2"
            >
              {item.text}
            </p>
          )}
          {item.kind === "batch" && (
            <p className="mt-1 text-sm text-ink-2">
              {strings.due} <Time value={item.dueOn} format="day" />
            </p>
          )}
          <p className="mt-1 text-sm">
            <TextLink href={`/projects/${slug}/${wayFrom(item)}`}>{wayNames[item.kind]}</TextLink>
          </p>
        </li>
      ))}
    </ol>
  );
}

const wayNames = {
  comment: strings.toRecord,
  resolved: strings.toRecord,
  gap_found: strings.toGaps,
  gap_closed: strings.toRecord,
  adjudicated: strings.toWork,
  batch: strings.toBatch,
} satisfies Record<InboxItem["kind"], string>;

/** Where an item is taken up, below the project. */
function wayFrom(item: InboxItem): string {
  switch (item.kind) {
    case "comment":
    case "resolved":
      return `review/${item.ref}?tab=comments`;
    case "gap_found":
      return item.noteKind === "guidelines_gap" ? "guidelines" : "policies";
    case "gap_closed":
      return `review/${item.ref}`;
    case "adjudicated":
      return "my-work";
    case "batch":
      return "review";
  }
}

function sentenceOf(item: InboxItem): string {
  switch (item.kind) {
    case "comment":
      return strings.comment(item.by, item.ref);
    case "resolved":
      return strings.resolved(item.by, item.ref);
    case "batch":
      return strings.batch(item.by, item.name, item.records);
    case "adjudicated":
      return strings.adjudicated(item.by, item.ref, item.decision);
    case "gap_found":
      return strings.gapFound(item.by, item.ref, item.noteKind);
    case "gap_closed":
      return strings.gapClosed(item.by, item.ref, item.noteKind);
  }
}
