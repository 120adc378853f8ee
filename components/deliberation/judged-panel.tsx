"use client";

import { useState } from "react";
import { JudgedChain } from "#components/deliberation/judged-chain.tsx";
import { ScoreCards } from "#components/grading/score-cards.tsx";
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
  const notice =
    partial.length > 0 ? (
      <Notice tone="warn" className="my-2">
        {strings.sameModel(partial)}
      </Notice>
    ) : null;
  if (judged.rival) {
    return (
      <>
        {notice}
        <Pair judged={judged} rival={judged.rival} clauses={clauses} slug={slug} />
      </>
    );
  }
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <section aria-label={strings.judged}>
        <h2 className="font-semibold text-sm">
          {strings.judged} <TextLink href={`/projects/${slug}/review/${judged.ref}`}>{judged.ref}</TextLink>
        </h2>
        <JudgedChain chain={judged} clauses={clauses} marked={shown?.thoughts} />
      </section>
      <section aria-label={strings.scores}>
        <h2 className="font-semibold text-sm">{strings.scores}</h2>
        {notice}
        {judged.isWithheld ? (
          <p className="mt-2 text-ink-2 text-sm">{strings.withheld}</p>
        ) : judged.scores.length === 0 ? (
          <p className="mt-2 text-ink-2 text-sm">{strings.noneYet}</p>
        ) : (
          <ScoreCards
            scores={judged.scores}
            names={Object.fromEntries(judged.judges.map(({ key, name }) => [key, name]))}
            unfit={Object.fromEntries(judged.judges.map(({ key, unfit }) => [key, unfit]))}
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

/** Two chains of thought side by side: A is the subject, B what it is compared with. */
function Pair({
  judged,
  rival,
  clauses,
  slug,
}: {
  judged: JudgedView;
  rival: NonNullable<JudgedView["rival"]>;
  clauses: DeliberationView["clauses"];
  slug: string;
}) {
  return (
    <>
      {judged.isWithheld ? <p className="mb-4 text-ink-2 text-sm">{strings.withheld}</p> : null}
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        {[["A", judged] as const, ["B", rival] as const].map(([place, chain]) => (
          <section key={place} aria-label={strings.pair(place)}>
            <h2 className="font-semibold text-sm">
              {strings.pair(place)}{" "}
              <TextLink href={`/projects/${slug}/review/${chain.ref}`}>{chain.ref}</TextLink>
            </h2>
            <JudgedChain chain={chain} clauses={clauses} />
          </section>
        ))}
      </div>
    </>
  );
}
