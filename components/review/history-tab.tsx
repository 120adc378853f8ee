"use client";

import { useId, useState } from "react";
import { toast } from "sonner";
import { languageProps } from "#components/ui/language-props.ts";
import { dimensions } from "#lib/domain/grading/dimension.ts";
import { restoreText } from "#lib/domain/review/restore-text.ts";
import type { HistoryLine, RoomRevision } from "#lib/domain/review/view.ts";
import { deliberationStrings } from "#lib/domain/strings/deliberation.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { ChangesList } from "./changes-list.tsx";
import { GradingLine } from "./grading-line.tsx";
import { HistoryHead as Head } from "./history-head.tsx";
import { revisionsOf } from "./revisions.ts";
import { useEdit, useIsReviewing, useRoom } from "./room-context.tsx";
import { ToolButton } from "./tool-button.tsx";

const { history: strings } = roomStrings;

/** What happened to the record, oldest first: who, when, why. */
export function HistoryTab() {
  const { room } = useRoom();
  const revisions = revisionsOf(room);
  return (
    <>
      <ol>
        {room.history.map((line) => (
          <li
            key={`${line.kind}:${line.at}`}
            className="relative border-l-2 border-line pb-5 pl-5 before:absolute before:top-1.5 before:-left-1.25 before:size-2 before:rounded-full before:bg-line-strong"
          >
            <Line line={line} revisions={revisions} />
          </li>
        ))}
      </ol>
      {room.record.status === null && room.others > 0 && (
        <p className="text-sm text-ink-3">{strings.hidden}</p>
      )}
    </>
  );
}

function Line({ line, revisions }: { line: HistoryLine; revisions: readonly RoomRevision[] }) {
  switch (line.kind) {
    case "made":
      return (
        <>
          <Head at={line.at} text={strings.made[line.revision.author.kind]}>
            {strings.revision(line.revision.number)}
          </Head>
          <RestoreText revision={line.revision} />
        </>
      );
    case "round":
      return <Head at={line.at} text={strings.openings[line.opening]} />;
    case "approval_withdrawn":
      return (
        <>
          <Head at={line.at} text={strings.approvalWithdrawn(line.by)} />
          {line.reason && <p className="mt-1 text-sm">{line.reason}</p>}
        </>
      );
    case "scored":
      return <GradingLine at={line.at} grading={line.grading} revisions={revisions} />;
    case "review":
      return <ReviewLines line={line} revisions={revisions} />;
  }
}

function ReviewLines({
  line,
  revisions,
}: {
  line: Extract<HistoryLine, { kind: "review" }>;
  revisions: readonly RoomRevision[];
}) {
  const { review, revision } = line;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const by = review.mine ? strings.you : review.by;
  const parent = revision && revisions.findLast(({ number }) => number < revision.number);
  const scores = dimensions.flatMap((dimension) => review.scores[dimension] ?? []);
  const facts = [
    review.reasoning && strings.reasoning(reviewStrings.reasoning.answers[review.reasoning]),
    review.responseVerdict && strings.response(reviewStrings.response.answers[review.responseVerdict]),
    ...countLabels(Object.values(review.labels)),
    scores.length > 0 && strings.scored(scores),
    review.afterReveal ? strings.apart : !revision && strings.noText,
  ].filter(Boolean);
  return (
    <>
      <Head
        at={line.at}
        text={
          review.afterReveal
            ? strings.now(by, strings.decisionNow[review.decision])
            : strings.reviewed(by, reviewStrings.decisions[review.decision])
        }
      >
        {revision && strings.revision(revision.number)}
      </Head>
      <p className="mt-0.5 text-xs text-ink-2">{facts.join(" · ")}</p>
      {review.note && (
        <p {...languageProps(review.note)} className="mt-1.5 max-w-[66ch] text-sm whitespace-pre-wrap">
          {review.noteKind !== "remark" && <b>{reviewStrings.noteKinds[review.noteKind]}: </b>}
          {review.note}
        </p>
      )}
      {revision && parent && (
        <>
          <ToolButton
            accent
            className="mt-1 mr-3 text-xs"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? strings.hideChanges : strings.showChanges}
          </ToolButton>
          <RestoreText revision={revision} />
          <div id={id} hidden={!isOpen} className="mt-2">
            {isOpen && <ChangesList before={parent} after={revision} />}
          </div>
        </>
      )}
    </>
  );
}

/** Makes the reviewer's draft of an older text; it becomes a revision of its own when it is submitted. */
function RestoreText({ revision }: { revision: RoomRevision }) {
  const { store } = useRoom();
  const isReviewing = useIsReviewing();
  const edit = useEdit();
  if (!isReviewing) return null;
  return (
    <ToolButton
      className="mt-1 mr-3 text-xs"
      onClick={() => {
        edit((draft, base) => restoreText(draft, base, revision));
        store.setState({ tab: "refined" });
        toast(strings.restored(revision.number));
      }}
    >
      {strings.restore}
    </ToolButton>
  );
}

/** “2 sound”, “1 wrong policy”. */
function countLabels(labels: readonly (keyof typeof deliberationStrings.labels)[]): string[] {
  const counts = new Map<(typeof labels)[number], number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([label, n]) => strings.labelled(deliberationStrings.labels[label], n));
}
