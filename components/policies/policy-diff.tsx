import { Badge } from "#components/ui/badge.tsx";
import type { Tone } from "#components/ui/tone.ts";
import type { ClauseChange, PolicyDiff as Diff, TextPart } from "#lib/domain/policy/diff.ts";
import type { RecordCounts } from "#lib/domain/policy/view.ts";
import { policiesStrings } from "#lib/domain/strings/policies.ts";
import { ClauseList, ClauseRow } from "./clause-list.tsx";
import { DiffParts } from "./diff-parts.tsx";

const strings = policiesStrings.publish;

type PolicyDiffProps = {
  diff: Diff;
  /** How many records cite each changed or removed clause, where that is of interest. */
  citedBy?: Record<string, RecordCounts>;
};

/** What differs between two versions of a policy, clause by clause and word by word. */
export function PolicyDiff({ diff, citedBy }: PolicyDiffProps) {
  const touched = diff.clauses.filter(isTouched);
  const untouched = diff.clauses.filter((clause) => !isTouched(clause));
  return (
    <>
      <DiffSummary diff={diff} />
      {isChanged(diff.title) && (
        <p className="mt-4 font-read text-lg font-medium">
          <DiffParts parts={diff.title} />
        </p>
      )}
      {isChanged(diff.intro) && (
        <p className="mt-3 max-w-read font-read text-read whitespace-pre-wrap">
          <DiffParts parts={diff.intro} />
        </p>
      )}
      {touched.length > 0 && (
        <ClauseList>
          {touched.map((clause) => (
            <ClauseRow
              key={clause.number}
              number={clause.number}
              mark={<Mark clause={clause} citedBy={citedBy} />}
            >
              <p className="max-w-read font-read text-read wrap-anywhere whitespace-pre-wrap">
                <ChangedText clause={clause} />
              </p>
            </ClauseRow>
          ))}
        </ClauseList>
      )}
      {untouched.length > 0 && (
        <details className="mt-4 text-sm">
          <summary className="w-fit rounded-sm font-medium text-accent underline-offset-3 hover:underline">
            {strings.showUnchanged(untouched.length)}
          </summary>
          <ClauseList>
            {untouched.map((clause) => (
              <ClauseRow key={clause.number} number={clause.number}>
                <p className="max-w-read font-read text-read whitespace-pre-wrap text-ink-2">
                  <DiffParts parts={clause.parts} />
                </p>
              </ClauseRow>
            ))}
          </ClauseList>
        </details>
      )}
    </>
  );
}

/** How much changed, in one line. */
function DiffSummary({ diff }: { diff: Diff }) {
  const count = (change: ClauseChange["change"]) =>
    diff.clauses.filter((clause) => clause.change === change).length;
  const moved = diff.clauses.filter((clause) => clause.moved).length;
  const facts = [
    ...(["changed", "added", "removed"] as const)
      .filter((change) => count(change) > 0)
      .map((change) => strings.summary[change](count(change))),
    ...(moved > 0 ? [strings.summary.moved(moved)] : []),
    ...(isChanged(diff.title) || isChanged(diff.intro) ? [strings.summary.text] : []),
  ];
  return (
    <p className="text-sm text-ink-2">{facts.length > 0 ? facts.join(" · ") : strings.nothingChanged}</p>
  );
}

const tones: Record<ClauseChange["change"], Tone> = {
  added: "ok",
  changed: "warn",
  removed: "bad",
  same: "neutral",
};

function Mark({ clause, citedBy }: { clause: ClauseChange; citedBy?: Record<string, RecordCounts> }) {
  const cited = citedBy?.[clause.number];
  return (
    <p className="mb-1 flex flex-wrap items-center gap-x-2.5 gap-y-1">
      {clause.change !== "same" && <Badge tone={tones[clause.change]}>{strings.change[clause.change]}</Badge>}
      {clause.moved && <Badge>{strings.change.moved}</Badge>}
      {cited && (
        <span className="text-xs text-ink-3 tabular-nums">
          {strings.cited(cited.approved, cited.waiting)}
        </span>
      )}
    </p>
  );
}

/** A clause that came or went as a whole says so by its mark; colouring all its words would only tire. */
function ChangedText({ clause }: { clause: ClauseChange }) {
  const text = clause.parts.map((part) => part.text).join("");
  if (clause.change === "added") return <ins className="no-underline">{text}</ins>;
  if (clause.change === "removed") return <del className="text-ink-2">{text}</del>;
  return <DiffParts parts={clause.parts} />;
}

function isChanged(parts: readonly TextPart[]): boolean {
  return parts.some(({ change }) => change !== "same");
}

function isTouched({ change, moved }: ClauseChange): boolean {
  return change !== "same" || moved;
}
