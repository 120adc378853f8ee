"use client";

import { useRouter } from "next/navigation";
import { useStore } from "zustand";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { Outcome } from "#lib/domain/outcome.ts";
import { policiesStrings } from "#lib/domain/strings/policies.ts";
import type { DraftStore } from "./draft-store.ts";

const strings = policiesStrings.edit;

type EditorActionsProps = {
  store: DraftStore;
  /** Address of the page of the text. */
  href: string;
  /** Whether a version is in force that the draft can fall back to. */
  isPublished: boolean;
  /** Leads to what keeps the draft from being published, if anything does. */
  firstProblem: (() => void) | null;
  discard: (baseVersion: number) => Promise<Outcome<void>>;
};

/** What can be done with a draft: throw it away, or go on to publish it once it is saved. */
export function EditorActions({ store, href, isPublished, firstProblem, discard }: EditorActionsProps) {
  const router = useRouter();
  const { baseVersion, phase, forget } = useStore(store);
  const isDraft = baseVersion > 0 || phase !== "saved";

  async function handlePublish() {
    if (firstProblem) return firstProblem();
    await store.getState().save();
    if (store.getState().phase === "saved") router.push(`${href}/publish`);
  }

  return (
    <>
      {isPublished && baseVersion > 0 && (
        <ConfirmDialog
          trigger={<Button variant="quiet">{strings.discard}</Button>}
          title={strings.discardTitle}
          description={strings.discardText}
          confirm={strings.discard}
          danger
          onConfirm={() => discard(store.getState().baseVersion)}
          onDone={() => {
            forget();
            router.push(href);
          }}
        />
      )}
      <Button variant="primary" disabled={!isDraft || phase === "conflict"} onClick={handlePublish}>
        {strings.review}
      </Button>
    </>
  );
}
