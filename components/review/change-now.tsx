"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useKeptText } from "#components/comments/kept-text.ts";
import { useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { RefusalNotice } from "#components/ui/refusal-notice.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { SmallSelect } from "#components/ui/small-select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { type Label, labels } from "#lib/domain/deliberation/reply.ts";
import { type Decision, decisions } from "#lib/domain/review/draft.ts";
import type { ReviewLine } from "#lib/domain/review/view.ts";
import { deliberationStrings } from "#lib/domain/strings/deliberation.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { useRoom } from "./room-context.tsx";

const { changeNow: strings } = roomStrings;

/** What the reader would change in their review, once they know what others said: kept apart from it. */
export function ChangeNow() {
  const { room } = useRoom();
  const own = ownReview(room);
  const [isOpen, setOpen] = useState(false);
  if (!own || room.record.status === null) return null;
  return (
    <section aria-labelledby="change-now" className="mt-8 border-t border-line pt-5">
      <h2 id="change-now" className="text-sm font-semibold">
        {strings.title}
      </h2>
      <p className="mt-1 max-w-[60ch] text-sm text-ink-2">{strings.text}</p>
      {isOpen ? (
        <Form own={own} onDone={() => setOpen(false)} />
      ) : (
        <Button size="sm" className="mt-3" onClick={() => setOpen(true)}>
          {strings.open}
        </Button>
      )}
    </section>
  );
}

/** The reader's own standing review of this round, as it is in the history. */
function ownReview({ history, review }: ReturnType<typeof useRoom>["room"]): ReviewLine | null {
  if (review?.status !== "submitted") return null;
  const line = history.findLast((one) => one.kind === "review" && one.review.id === review.id);
  return line?.kind === "review" ? line.review : null;
}

function Form({ own, onDone }: { own: ReviewLine; onDone: () => void }) {
  const { room, store, actions } = useRoom();
  const [decision, setDecision] = useState<Decision>(own.decision);
  const [would, setWould] = useState<Record<string, Label>>({});
  const [note, setNote] = useKeptText(`${room.project.slug}.${room.record.ref}.now`);
  const { run, busy, refusal } = useAction(actions.changeNow, {
    onDone: () => {
      setNote("");
      onDone();
      toast.success(strings.saved);
      store.setState({ tab: "history" });
    },
  });
  return (
    <form
      className="mt-4 grid max-w-xl gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) {
          run({ slug: room.project.slug, ref: room.record.ref, decision, labels: would, note });
        }
      }}
    >
      <RefusalNotice refusal={refusal} />
      <Segmented
        label={strings.decision}
        value={decision}
        onValueChange={setDecision}
        options={decisions.map((value) => ({ value, label: strings.decisions[value] }))}
      />
      <details>
        <summary className="w-fit cursor-pointer text-sm font-medium text-accent">{strings.labels}</summary>
        <ol className="mt-2 grid gap-1.5">
          {room.given.thoughts.map(({ id, text }, place) => (
            <li key={id} className="flex items-center gap-2.5 text-sm">
              <span className="w-6 shrink-0 text-xs text-ink-3 tabular-nums">{place + 1}</span>
              <span dir="auto" className="min-w-0 flex-1 truncate text-ink-2">
                {text}
              </span>
              <SmallSelect
                aria-label={strings.labelOf(place + 1)}
                value={would[id] ?? own.labels[id] ?? ""}
                onChange={(event) => {
                  const label = labels.find((one) => one === event.target.value);
                  if (label) setWould({ ...would, [id]: label });
                }}
              >
                {own.labels[id] === undefined && <option value="">{strings.noLabel}</option>}
                {labels.map((label) => (
                  <option key={label} value={label}>
                    {deliberationStrings.labels[label]}
                  </option>
                ))}
              </SmallSelect>
            </li>
          ))}
        </ol>
      </details>
      <Textarea
        dir="auto"
        rows={2}
        aria-label={reviewStrings.noteKinds.remark}
        placeholder={strings.placeholder}
        maxLength={10_000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="flex gap-2.5">
        <Button type="submit" busy={busy}>
          {strings.save}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {strings.cancel}
        </Button>
      </div>
    </form>
  );
}
