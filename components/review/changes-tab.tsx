"use client";

import { useState } from "react";
import { Select } from "#components/ui/select.tsx";
import { applyDraft } from "#lib/domain/review/apply-draft.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { ChangesList } from "./changes-list.tsx";
import { nameOfRevision, revisionsOf } from "./revisions.ts";
import { useDeferredDraft, useIsReviewing, useRoom } from "./room-context.tsx";

/** What is changed against a revision, live; against what was given unless another one is chosen. */
export function ChangesTab() {
  const { room } = useRoom();
  const isReviewing = useIsReviewing();
  const draft = useDeferredDraft();
  const revisions = revisionsOf(room);
  const [number, setNumber] = useState(room.given.number);
  const before = revisions.find((revision) => revision.number === number) ?? room.given;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2.5 text-sm text-ink-3">
        <label htmlFor="compare-with">{strings.changes.comparedWith}</label>
        <Select
          id="compare-with"
          value={String(before.number)}
          onChange={(event) => setNumber(Number(event.target.value))}
          options={revisions.map((revision) => ({
            value: String(revision.number),
            label: nameOfRevision(room, revision),
          }))}
        />
      </div>
      <ChangesList before={before} after={isReviewing ? applyDraft(draft, room.given, null) : room.shown} />
    </>
  );
}
