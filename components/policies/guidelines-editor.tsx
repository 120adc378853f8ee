"use client";

import { useRef, useState } from "react";
import { useStore } from "zustand";
import type { ServerAction } from "#components/ui/action-state.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { PolicyFault } from "#lib/domain/policy/parse.ts";
import type { StoredDraft } from "#lib/domain/policy/view.ts";
import { policiesStrings } from "#lib/domain/strings/policies.ts";
import { DraftEditor } from "./draft-editor.tsx";
import { browserJournal } from "./draft-journal.ts";
import { createDraftStore, type DraftToSave, type SavedDraft } from "./draft-store.ts";
import { EditorActions } from "./editor-actions.tsx";
import { Markdown } from "./markdown.tsx";

const strings = policiesStrings.edit;

type Address = { slug: string };

type GuidelinesEditorProps = {
  address: Address;
  draft: StoredDraft;
  /** Whether a version is in force that the draft can fall back to. */
  isPublished: boolean;
  save: ServerAction<Address & DraftToSave, SavedDraft>;
  discard: ServerAction<Address & { baseVersion: number }, void>;
};

/** Where guidelines are written, with how they will read. */
export function GuidelinesEditor({ address, draft, isPublished, save, discard }: GuidelinesEditorProps) {
  const href = `/projects/${address.slug}/guidelines`;
  const [store] = useState(() =>
    createDraftStore(draft, (text) => save({ ...address, ...text }), browserJournal(href)),
  );
  const isEmpty = useStore(store, ({ text }) => text.trim() === "");
  const areaRef = useRef<HTMLTextAreaElement>(null);
  const faults: PolicyFault[] = isEmpty ? [{ line: 1, message: policiesStrings.guidelines.emptyText }] : [];

  return (
    <>
      <PageHeader
        title={strings.title(policiesStrings.guidelines.title)}
        actions={
          <EditorActions
            store={store}
            href={href}
            isPublished={isPublished}
            firstProblem={isEmpty ? () => areaRef.current?.focus() : null}
            discard={(baseVersion) => discard({ ...address, baseVersion })}
          />
        }
      />
      <DraftEditor
        store={store}
        label={strings.guidelinesLabel}
        faults={faults}
        areaRef={areaRef}
        preview={(shown) => <Markdown text={shown} />}
      />
    </>
  );
}
