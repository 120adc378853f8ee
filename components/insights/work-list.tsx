import { DiffWords } from "#components/ui/diff-words.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Feedback } from "#lib/domain/adjudication/feedback.ts";
import type { WorkOutcome, WorkRow } from "#lib/domain/insights/my-work.ts";
import { changedWords } from "#lib/domain/review/changes.ts";
import { exposureStrings } from "#lib/domain/strings/exposure.ts";
import { insightStrings } from "#lib/domain/strings/insights.ts";
import { FeedbackPoints } from "./feedback-points.tsx";

const strings = insightStrings.work;

/** What somebody reviewed, newest first, each with what came of it. */
export function WorkList({ rows, slug }: { rows: readonly WorkRow[]; slug: string }) {
  return (
    <ol aria-label={strings.reviews} className="border-t border-line">
      {rows.map(({ id, ref, text, decision, at, outcome, now, comments }) => (
        <li key={id} className="border-b border-line py-4">
          <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5 text-xs text-ink-3">
            <PageLink
              href={`/projects/${slug}/review/${ref}`}
              className="font-medium text-accent underline-offset-3 hover:underline"
            >
              {ref}
            </PageLink>
            <span>
              {strings.you(decision)} · <Time value={at} format="relative" />
            </span>
          </p>
          <p dir="auto" className="mt-1 line-clamp-2 max-w-[70ch] font-read text-md text-pretty">
            {text ?? <span className="text-ink-3">{exposureStrings.hidden}</span>}
          </p>
          <p className={`mt-1.5 text-sm ${toneOf(outcome)}`}>{sentenceOf(outcome)}</p>
          {now && <p className="mt-1 text-sm text-ink-2">{strings.now(now)}</p>}
          {comments > 0 && (
            <p className="mt-1 text-sm">
              <TextLink href={`/projects/${slug}/review/${ref}?tab=comments`}>
                {strings.comments(comments)}
              </TextLink>
            </p>
          )}
          {outcome.kind === "adjudicated" && <FeedbackOf feedback={outcome.feedback} />}
        </li>
      ))}
    </ol>
  );
}

function sentenceOf(outcome: WorkOutcome): string {
  switch (outcome.kind) {
    case "agreed":
      return (outcome.alone ? strings.alone : strings.agreed)[outcome.decision];
    case "adjudicated": {
      const { upheld, by, decision } = outcome.feedback;
      return upheld ? strings.upheld(by) : strings.overruled(by, decision);
    }
    case "planted":
      return outcome.noticed ? strings.noticed : strings.missed;
    default:
      return strings[outcome.kind];
  }
}

function toneOf(outcome: WorkOutcome): string {
  if (outcome.kind === "planted") return outcome.noticed ? "text-ok" : "text-warn";
  return outcome.kind === "adjudicated" && !outcome.feedback.upheld ? "text-ink" : "text-ink-2";
}

/** The comment, and what was decided otherwise, side by side with one's own. */
function FeedbackOf({ feedback }: { feedback: Feedback }) {
  const { comment, by, against, response } = feedback;
  const points = against.length + (response ? 1 : 0);
  return (
    <>
      {comment && (
        <figure className="mt-2 border-l-2 border-accent pl-3.5">
          <figcaption className="text-xs text-ink-3">{strings.comment(by)}</figcaption>
          <blockquote dir="auto" className="max-w-[66ch] text-sm whitespace-pre-wrap">
            {comment}
          </blockquote>
        </figure>
      )}
      {points > 0 && (
        <details className="mt-2">
          <summary className="w-fit cursor-pointer text-sm font-medium text-accent">
            {strings.differences(points)}
          </summary>
          <FeedbackPoints points={against} />
          {response && (
            <div className="mt-3">
              <p className="text-xs font-semibold text-ink-3">{strings.response}</p>
              <p dir="auto" className="max-w-[66ch] font-read text-md whitespace-pre-wrap">
                <DiffWords parts={changedWords(response.yours, response.decided)} />
              </p>
            </div>
          )}
        </details>
      )}
    </>
  );
}
