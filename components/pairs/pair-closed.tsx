"use client";

import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { RefusalNotice } from "#components/ui/refusal-notice.tsx";
import { pairRoomStrings as strings } from "#lib/domain/strings/pair-room.ts";

type PairClosedProps = {
  kind: "free" | "taken" | "settled";
  slug: string;
  pairId: string;
  claim: ServerAction<{ slug: string; pairId: string }, unknown>;
};

/** In place of a pair that is not in this person's hands. */
export function PairClosed({ kind, slug, pairId, claim }: PairClosedProps) {
  const { run, busy, refusal } = useAction(claim);
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <EmptyState
        title={strings[kind]}
        action={
          kind === "free" ? (
            <Button variant="primary" busy={busy} onClick={() => run({ slug, pairId })}>
              {strings.take}
            </Button>
          ) : (
            <LinkButton href={`/projects/${slug}/pairs`}>{strings.toList}</LinkButton>
          )
        }
      />
    </>
  );
}
