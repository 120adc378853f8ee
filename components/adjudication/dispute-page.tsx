"use client";

import { useRef, useState } from "react";
import { Messages } from "#components/prompts/messages.tsx";
import { Severity } from "#components/prompts/severity.tsx";
import { WidePage } from "#components/shell/page-layout.tsx";
import { Section } from "#components/ui/section.tsx";
import { Synthetic } from "#components/ui/synthetic.tsx";
import { compare } from "#lib/domain/adjudication/compare.ts";
import { chosenOf, draftId } from "#lib/domain/adjudication/compose.ts";
import { optionsFor } from "#lib/domain/adjudication/options.ts";
import type { Dispute } from "#lib/domain/adjudication/view.ts";
import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import { thoughtsAtHand } from "#lib/domain/review/apply-draft.ts";
import { adjudicationStrings as strings } from "#lib/domain/strings/adjudication.ts";
import { DecideBar } from "./decide-bar.tsx";
import { DisputeOrder } from "./dispute-order.tsx";
import { DisputePoint } from "./dispute-point.tsx";
import { DisputeResponse } from "./dispute-response.tsx";
import { ReadingsHead } from "./readings-head.tsx";
import { ReadingsScores } from "./readings-scores.tsx";
import { type DisputeActions, useDispute } from "./use-dispute.ts";
import { useDisputeKeys } from "./use-dispute-keys.ts";
import { usePointMoves } from "./use-point-moves.ts";

/** A record whose reviews differ: all readings side by side, and what becomes of it put together from them. */
export function DisputePage({ dispute, ...actions }: { dispute: Dispute } & DisputeActions) {
  const { base, readings, ref } = dispute;
  const { draft, change, decide, busy, refusal } = useDispute(dispute, actions);
  const [points] = useState(() => compare(base, readings));
  const [focused, setFocused] = useState(points.find(({ differs }) => differs)?.id ?? points[0]?.id ?? null);
  const [editing, setEditing] = useState<string | null>(null);
  const comment = useRef<HTMLTextAreaElement>(null);
  const moves = usePointMoves({ base, readings, change, setFocused, setEditing });
  useDisputeKeys({ points, readings, focused, moves, draft, base, change, decide, comment });

  const atHand = new Map(thoughtsAtHand(draft, base).map((thought) => [thought.id, thought]));
  const differing = points.filter(({ differs }) => differs).length;
  return (
    <WidePage>
      <header className="mb-6">
        <p className="mb-2 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-ink-3">
          <Severity level={dispute.severity} full />
          <span>{ref}</span>
          {dispute.category && <span>{dispute.category}</span>}
          {dispute.synthetic && <Synthetic />}
        </p>
        <h1 className="sr-only">{strings.titleOf(ref)}</h1>
        <Messages messages={dispute.messages} />
      </header>
      <ReadingsHead readings={readings} />
      <ReadingsScores readings={readings} />
      <Section
        title={strings.thoughts}
        action={<span className="text-xs text-ink-3">{strings.points(differing, points.length)}</span>}
      >
        <ol>
          {points.map((point, place) => {
            const thought = atHand.get(draftId(point));
            const key = draftId(point);
            const stands = thought && isKept(thought);
            return (
              <DisputePoint
                key={point.id}
                point={point}
                number={place + 1}
                policies={dispute.clauses}
                options={optionsFor(point, readings)}
                chosen={chosenOf(draft, base, point)}
                text={
                  stands
                    ? (draft.edits[key]?.text ??
                      draft.added.find((one) => one.key === key)?.text ??
                      thought.text)
                    : null
                }
                labelled={draft.labels[point.id] ?? null}
                isFocused={focused === point.id}
                isEditing={editing === point.id}
                moves={moves}
              />
            );
          })}
        </ol>
      </Section>
      <DisputeOrder dispute={dispute} draft={draft} change={change} />
      <DisputeResponse
        dispute={dispute}
        draft={draft}
        change={change}
        isEditing={editing === "response"}
        onEdit={(isEditing) => setEditing(isEditing ? "response" : null)}
      />
      <p className="text-xs text-ink-3 max-lg:hidden">{strings.keys}</p>
      <DecideBar
        dispute={dispute}
        draft={draft}
        change={change}
        decide={decide}
        busy={busy}
        refusal={refusal}
        comment={comment}
      />
    </WidePage>
  );
}
