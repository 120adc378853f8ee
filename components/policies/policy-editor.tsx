"use client";

import { Plus } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { nextClauseNumber } from "#lib/domain/policy/clause-number.ts";
import { draftTitle } from "#lib/domain/policy/draft-title.ts";
import { insertClause } from "#lib/domain/policy/insert-clause.ts";
import { draftNumbers, type Numbering, parsePolicy } from "#lib/domain/policy/parse.ts";
import type { StoredDraft } from "#lib/domain/policy/view.ts";
import { policiesStrings } from "#lib/domain/strings/policies.ts";
import { DraftEditor } from "./draft-editor.tsx";
import { browserJournal } from "./draft-journal.ts";
import { createDraftStore, type DraftToSave, type SavedDraft } from "./draft-store.ts";
import { EditorActions } from "./editor-actions.tsx";
import { selectLine } from "./line-editor.tsx";
import { PolicyPreview } from "./policy-preview.tsx";

const strings = policiesStrings.edit;

type Address = { slug: string; number: number };

type PolicyEditorProps = {
  address: Address;
  draft: StoredDraft;
  numbering: Numbering;
  /** Whether a version is in force that the draft can fall back to. */
  isPublished: boolean;
  save: ServerAction<Address & DraftToSave, SavedDraft>;
  discard: ServerAction<Address & { baseVersion: number }, void>;
};

/** Where a policy is written: numbered clauses as Markdown, its problems by line, and how it will read. */
export function PolicyEditor({ address, draft, numbering, isPublished, save, discard }: PolicyEditorProps) {
  const href = `/projects/${address.slug}/policies/${address.number}`;
  const [store] = useState(() =>
    createDraftStore(draft, (text) => save({ ...address, ...text }), browserJournal(href)),
  );
  const { text, type } = useStore(store);
  const areaRef = useRef<HTMLTextAreaElement>(null);
  const faults = useMemo(() => {
    const parsed = parsePolicy(text, numbering);
    return parsed.ok ? [] : parsed.faults;
  }, [text, numbering]);
  const [firstFault] = faults;
  const next = nextClauseNumber(numbering.policy, numbering.lastGiven, draftNumbers(text));

  function handleAdd() {
    const area = areaRef.current;
    const inserted = insertClause(text, area?.selectionStart ?? text.length, next);
    type(inserted.text);
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(inserted.caret, inserted.caret);
    });
  }

  return (
    <>
      <PageHeader
        title={draftTitle(text)}
        meta={strings.draftOf(address.number)}
        description={strings.help}
        actions={
          <EditorActions
            store={store}
            href={href}
            isPublished={isPublished}
            firstProblem={
              firstFault ? () => areaRef.current && selectLine(areaRef.current, firstFault.line) : null
            }
            discard={(baseVersion) => discard({ ...address, baseVersion })}
          />
        }
      />
      <DraftEditor
        store={store}
        label={strings.label}
        faults={faults}
        areaRef={areaRef}
        tools={
          <Button size="sm" onClick={handleAdd}>
            <Plus aria-hidden />
            {strings.addClause(next)}
          </Button>
        }
        preview={(shown) => <PolicyPreview text={shown} numbering={numbering} />}
      />
    </>
  );
}
