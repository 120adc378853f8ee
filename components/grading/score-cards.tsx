"use client";

import { Badge } from "#components/ui/badge.tsx";
import { cx } from "#components/ui/cx.ts";
import { type Dimension, dimensions } from "#lib/domain/grading/dimension.ts";
import { rubric } from "#lib/domain/grading/rubric.ts";
import type { Evidence, Score } from "#lib/domain/grading/score.ts";
import { gradingStrings as strings } from "#lib/domain/strings/grading.ts";
import { judgesStrings } from "#lib/domain/strings/judges.ts";

/** Scores by dimension, each judge's with its reasons; one of them at a time shows what it rests on. */
export function ScoreCards({
  scores,
  names,
  unfit,
  clauses,
  placeOf,
  shown,
  onShow,
}: {
  scores: readonly Score[];
  /** Of judges, by key. */
  names: Readonly<Record<string, string>>;
  /** Dimensions on which a judge agrees too little with people, by key. */
  unfit: Readonly<Record<string, readonly Dimension[]>>;
  /** Texts by number. */
  clauses: Readonly<Record<string, string>>;
  /** Place of a thought in reading order, from 1; 0 where it is not there. */
  placeOf: (id: string) => number;
  shown: Evidence | null;
  onShow: (evidence: Evidence | null) => void;
}) {
  return (
    <dl>
      {dimensions.map((dimension) => (
        <div key={dimension} className="border-line border-b py-3">
          <dt className="font-medium text-sm">
            {strings.dimension[dimension]}
            <span className="block font-normal text-ink-3 text-xs">{rubric[dimension].asks}</span>
          </dt>
          {scores
            .filter((score) => score.dimension === dimension)
            .map(({ judge, value, evidence }) => (
              <dd key={judge} className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
                <Value value={value} />
                <div className="min-w-0 text-sm">
                  <p className="text-ink-2">
                    <span className="sr-only">{names[judge]}: </span>
                    {evidence.why}
                  </p>
                  <button
                    type="button"
                    aria-pressed={shown === evidence}
                    onClick={() => onShow(shown === evidence ? null : evidence)}
                    className={cx(
                      "mt-1 rounded-md border px-1.5 py-0.5 text-left text-xs",
                      shown === evidence
                        ? "border-accent text-ink"
                        : "border-line-strong text-ink-2 hover:text-ink",
                    )}
                  >
                    {strings.restsOn(
                      evidence.thoughts.map(placeOf).filter((place) => place > 0),
                      evidence.clauses,
                    )}
                  </button>
                  <span aria-hidden className="ml-2 text-ink-3 text-xs">
                    {names[judge]}
                  </span>
                  {unfit[judge]?.includes(dimension) ? (
                    <span title={judgesStrings.unfitHint} className="ml-2">
                      <Badge tone="warn">{judgesStrings.unfit}</Badge>
                      <span className="sr-only">{judgesStrings.unfitHint}</span>
                    </span>
                  ) : null}
                  {shown === evidence ? <Clauses numbers={evidence.clauses} texts={clauses} /> : null}
                </div>
              </dd>
            ))}
        </div>
      ))}
    </dl>
  );
}

/** What the clauses say that a score rests on. */
function Clauses({
  numbers,
  texts,
}: {
  numbers: readonly string[];
  texts: Readonly<Record<string, string>>;
}) {
  return (
    <ul className="mt-1.5 space-y-1 border-l-2 border-accent pl-2.5 text-ink-2 text-xs">
      {numbers.map((number) => (
        <li key={number}>
          <b className="font-medium tabular-nums">{number}</b> {texts[number] ?? strings.unknownClause}
        </li>
      ))}
    </ul>
  );
}

/** A score as a number and five dots. */
function Value({ value }: { value: number }) {
  return (
    <span className="flex items-baseline gap-2">
      <b className="text-lg tabular-nums leading-none">{value}</b>
      <span className="sr-only">{strings.of5}</span>
      <span aria-hidden className="flex gap-0.5">
        {[1, 2, 3, 4, 5].map((step) => (
          <span
            key={step}
            className={cx("size-1.5 rounded-full", step <= value ? "bg-accent" : "bg-line-strong")}
          />
        ))}
      </span>
    </span>
  );
}
