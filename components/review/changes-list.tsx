"use client";

import { Badge } from "#components/ui/badge.tsx";
import { DiffWords } from "#components/ui/diff-words.tsx";
import type { Disposition } from "#lib/domain/deliberation/reply.ts";
import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import type { Content } from "#lib/domain/record/content.ts";
import { changesBetween, type ThoughtChange } from "#lib/domain/review/changes.ts";
import { roomStrings } from "#lib/domain/strings/review-room.ts";

const { changes: strings, dispositions } = roomStrings;

/** What differs between two revisions, word by word, in reading order. */
export function ChangesList({ before, after }: { before: Content; after: Content }) {
  const { thoughts, response } = changesBetween(before, after);
  const disposition = before.disposition !== after.disposition;
  if (thoughts.length === 0 && !response && !disposition) {
    return <p className="text-sm text-ink-3">{strings.none}</p>;
  }
  const places = before.thoughts.filter(isKept).map(({ id }) => id);
  return (
    <ol className="border-b border-line">
      {thoughts.map((change) => (
        <Line key={`${change.kind} ${change.id}`} name={nameOf(change, places)}>
          <ThoughtChangeText change={change} />
        </Line>
      ))}
      {response && (
        <Line name={strings.response}>
          <DiffWords parts={response} />
        </Line>
      )}
      {disposition && (
        <Line name={strings.disposition}>
          <DiffWords
            parts={[
              { value: said(before.disposition), removed: true },
              { value: said(after.disposition), added: true },
            ]}
          />
        </Line>
      )}
    </ol>
  );
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <li className="border-t border-line py-2.75">
      <p className="mb-1 text-xs font-medium text-ink-3">{name}</p>
      <div dir="auto" className="max-w-[66ch] font-read text-read break-words whitespace-pre-wrap">
        {children}
      </div>
    </li>
  );
}

function ThoughtChangeText({ change }: { change: ThoughtChange }) {
  if (change.kind === "moved") return <p className="line-clamp-2">{change.text}</p>;
  if (change.kind !== "edited") {
    const isGone = change.kind === "removed";
    return (
      <DiffWords
        parts={[isGone ? { value: change.text, removed: true } : { value: change.text, added: true }]}
      />
    );
  }
  const { parts, clausesAdded, clausesRemoved } = change;
  return (
    <>
      <DiffWords parts={parts} />
      <span className="mt-1.5 flex flex-wrap gap-2 font-ui">
        {clausesAdded.length > 0 && <Badge tone="ok">{strings.clausesAdded(clausesAdded)}</Badge>}
        {clausesRemoved.length > 0 && <Badge tone="bad">{strings.clausesRemoved(clausesRemoved)}</Badge>}
      </span>
    </>
  );
}

function nameOf(change: ThoughtChange, places: readonly string[]): string {
  const numbered = (ids: readonly string[]) =>
    ids.map((id) => places.indexOf(id) + 1).filter((number) => number > 0);
  if (change.kind === "edited") return strings.edited(String(places.indexOf(change.id) + 1));
  if (change.kind === "reshaped") {
    const numbers = numbered(change.from);
    return numbers.length > 0 ? strings.reshaped(numbers) : strings.added;
  }
  return strings[change.kind];
}

function said(disposition: Disposition | null): string {
  return disposition ? dispositions[disposition] : roomStrings.dispositionUnknown;
}
