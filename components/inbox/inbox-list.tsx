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
          {item.kind === "comment" && (
            <p
              dir="auto"
              className="mt-1 line-clamp-3 max-w-[70ch] text-sm wrap-anywhere whitespace-pre-wrap text-ink-2"
            >
              {item.text}
            </p>
          )}
          <p className="mt-1 text-sm">
            {item.kind === "adjudicated" ? (
              <TextLink href={`/projects/${slug}/my-work`}>{strings.toWork}</TextLink>
            ) : (
              <TextLink
                href={`/projects/${slug}/review/${item.ref}${item.kind === "comment" ? "?tab=comments" : ""}`}
              >
                {strings.toRecord}
              </TextLink>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

function sentenceOf(item: InboxItem): string {
  switch (item.kind) {
    case "comment":
      return strings.comment(item.by, item.ref);
    case "adjudicated":
      return strings.adjudicated(item.by, item.ref, item.decision);
    case "gap_closed":
      return strings.gapClosed(item.by, item.ref, item.noteKind);
  }
}
