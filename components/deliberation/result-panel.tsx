"use client";

import { FindingNotes } from "#components/checks/finding-notes.tsx";
import { ClauseChips } from "#components/deliberation/clause-chip.tsx";
import { ThoughtHistory } from "#components/deliberation/thought-history.tsx";
import { cx } from "#components/ui/cx.ts";
import type { DeliberationView, Noticed, ResultThought } from "#lib/domain/deliberation/view.ts";
import { checkStrings } from "#lib/domain/strings/checks.ts";
import { deliberationPageStrings as strings } from "#lib/domain/strings/deliberation-page.ts";

/** The thoughts as they stand in the end: what each cites, where it comes from, and what the checks noticed in it. */
export function ResultPanel({
  deliberation,
  noticed,
}: {
  deliberation: DeliberationView;
  noticed: Noticed | null;
}) {
  const { result, outcome } = deliberation;
  if (!result) return <p className="py-4 text-ink-2 text-sm">{strings.noResult}</p>;
  return (
    <>
      {outcome === null ? <p className="mb-3 text-ink-2 text-sm">{strings.soFar}</p> : null}
      <ol aria-label={strings.result}>
        {result.map((thought) => (
          <Item key={thought.id} thought={thought} deliberation={deliberation} noticed={noticed} />
        ))}
      </ol>
      {noticed ? <p className="mt-3 text-ink-3 text-xs">{sayOf(noticed)}</p> : null}
    </>
  );
}

function Item({
  thought,
  deliberation,
  noticed,
}: {
  thought: ResultThought;
  deliberation: DeliberationView;
  noticed: Noticed | null;
}) {
  const { id, text, clauses, isRemoved, history } = thought;
  const details =
    noticed?.findings.flatMap(({ thoughtId, detail }) => (thoughtId === id ? detail : [])) ?? [];
  return (
    <li className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-2.5 border-line border-b py-3">
      <span className="pt-1 text-ink-3 text-xs tabular-nums">{id}</span>
      <div className="min-w-0">
        <p className={cx("max-w-[70ch] font-read text-[16px]/[1.55]", isRemoved && "text-ink-3")}>
          {isRemoved ? <s className="decoration-1">{text}</s> : text}
        </p>
        <div className="mt-1.5 flex flex-wrap gap-1.5">
          <ClauseChips cited={clauses} clauses={deliberation.clauses} />
        </div>
        <ThoughtHistory history={history} deliberation={deliberation} />
        <FindingNotes details={details} text={text} className="mt-1.5" />
      </div>
    </li>
  );
}

function sayOf({ version, findings, isWithheld }: Noticed): string {
  if (isWithheld) return checkStrings.withheld;
  if (version === null) return checkStrings.notChecked;
  return findings.length === 0 ? checkStrings.nothing(version) : checkStrings.checkedBy(version);
}
