"use client";

import { useState } from "react";
import { ClauseChips } from "#components/deliberation/clause-chip.tsx";
import { ScoreCards } from "#components/grading/score-cards.tsx";
import { cx } from "#components/ui/cx.ts";
import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { DeliberationView, JudgedView } from "#lib/domain/deliberation/view.ts";
import type { Evidence } from "#lib/domain/grading/score.ts";
import { gradingStrings as strings } from "#lib/domain/strings/grading.ts";

/** The chain of thought that was judged beside its scores; what a score rests on is marked. */
export function JudgedPanel({
  judged,
  clauses,
  slug,
}: {
  judged: JudgedView;
  clauses: DeliberationView["clauses"];
  slug: string;
}) {
  const [shown, setShown] = useState<Evidence | null>(null);
  const partial = judged.judges.filter(({ wroteIt }) => wroteIt).map(({ name }) => name);
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <section aria-label={strings.judged}>
        <h2 className="font-semibold text-sm">
          {strings.judged} <TextLink href={`/projects/${slug}/review/${judged.ref}`}>{judged.ref}</TextLink>
        </h2>
        <ol className="mt-2">
          {judged.thoughts.map(({ id, text, clauses: cited }, index) => {
            const isNamed = shown?.thoughts.includes(id) ?? false;
            return (
              <li
                key={id}
                data-evidence={isNamed || undefined}
                className={cx(
                  "grid grid-cols-[1.75rem_minmax(0,1fr)] border-line border-b py-3 pl-2",
                  isNamed && "bg-accent-soft shadow-[inset_3px_0_var(--accent)]",
                )}
              >
                <span className="pt-1 text-ink-3 text-xs tabular-nums">{index + 1}</span>
                <div className="min-w-0">
                  <p className="max-w-[70ch] font-read text-[16px]/[1.55]">{text}</p>
                  <div className="mt-1.5 flex flex-wrap gap-1.5">
                    <ClauseChips cited={cited} clauses={clauses} />
                  </div>
                </div>
              </li>
            );
          })}
        </ol>
        <h3 className="mt-5 font-semibold text-sm">{strings.response}</h3>
        <p className="mt-1.5 max-w-[70ch] whitespace-pre-wrap font-read text-[16px]/[1.55]">
          {judged.response}
        </p>
      </section>
      <section aria-label={strings.scores}>
        <h2 className="font-semibold text-sm">{strings.scores}</h2>
        {partial.length > 0 ? (
          <Notice tone="warn" className="mt-2">
            {strings.sameModel(partial)}
          </Notice>
        ) : null}
        {judged.isWithheld ? (
          <p className="mt-2 text-ink-2 text-sm">{strings.withheld}</p>
        ) : judged.scores.length === 0 ? (
          <p className="mt-2 text-ink-2 text-sm">{strings.noneYet}</p>
        ) : (
          <ScoreCards
            scores={judged.scores}
            names={Object.fromEntries(judged.judges.map(({ key, name }) => [key, name]))}
            clauses={Object.fromEntries(Object.entries(clauses).map(([number, { text }]) => [number, text]))}
            placeOf={(id) => judged.thoughts.findIndex((thought) => thought.id === id) + 1}
            shown={shown}
            onShow={setShown}
          />
        )}
      </section>
    </div>
  );
}
