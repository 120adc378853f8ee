"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ReviewDraft } from "#lib/domain/review/draft.ts";
import {
  type Choices,
  compareDrafts,
  mergeDrafts,
  proposedChoices,
  type Side,
  turned,
} from "#lib/domain/review/merge-drafts.ts";
import type { DraftConflict } from "#lib/domain/review/saved-draft.ts";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { ConflictPlace } from "./conflict-place.tsx";
import { useRoom, useRoomState } from "./room-context.tsx";
import { useOpeningPanel } from "./use-opening-panel.ts";

const { conflict: strings } = roomStrings;

/** A review that was written in two places: both versions beside each other, chosen from thought by thought. */
export function ConflictDialog() {
  const { store } = useRoom();
  const save = useRoomState((state) => state.save);
  const draft = useRoomState((state) => state.draft);
  const isOpen = useRoomState((state) => state.panel === "conflict");
  useOpeningPanel("conflict", save.kind === "conflict");
  if (save.kind !== "conflict") return null;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => store.setState({ panel: open ? "conflict" : null })}
      size="lg"
      title={strings.title}
      description={strings.description}
    >
      <Merge mine={draft} stored={save.stored} />
    </Dialog>
  );
}

function Merge({ mine, stored }: { mine: ReviewDraft; stored: DraftConflict }) {
  const { autosave, room } = useRoom();
  const [comparison] = useState(() => compareDrafts(mine, stored.content, room.given));
  const [choices, setChoices] = useState<Choices>(() => proposedChoices(comparison));
  const { places } = comparison;
  const chooseAll = (side: Side) => setChoices(Object.fromEntries(places.map(({ name }) => [name, side])));
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2 text-sm">
        <Button size="sm" onClick={() => chooseAll("mine")}>
          {strings.allMine}
        </Button>
        <Button size="sm" onClick={() => chooseAll("stored")}>
          {strings.allStored}
        </Button>
        {stored.savedAt && (
          <span className="text-ink-3">
            {strings.there} <Time value={stored.savedAt} format="seconds" />
          </span>
        )}
      </div>
      <div className="grid max-h-[55dvh] gap-5 overflow-y-auto py-1 pr-1">
        {places.map((place) => (
          <ConflictPlace
            key={place.name}
            place={place}
            comparison={comparison}
            chosen={choices[place.name] ?? "mine"}
            onChoose={(side) => setChoices({ ...choices, [place.name]: side })}
          />
        ))}
      </div>
      <div className="mt-4 flex justify-end">
        <Button
          variant="primary"
          onClick={() =>
            autosave.current?.settle({
              draft: mergeDrafts(comparison, choices),
              aside: mergeDrafts(comparison, turned(choices)),
            })
          }
        >
          {strings.goOn}
        </Button>
      </div>
    </>
  );
}
