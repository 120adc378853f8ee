"use client";

import { diffWordsWithSpace } from "diff";
import { Button } from "#components/ui/button.tsx";
import { DiffWords } from "#components/ui/diff-words.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import type { StoredDraft } from "#lib/domain/policy/view.ts";
import { policiesStrings } from "#lib/domain/strings/policies.ts";

const strings = policiesStrings.conflict;

type DraftConflictProps = {
  message: string | null;
  mine: string;
  /** Null where the draft was published or discarded. */
  theirs: StoredDraft | null;
  onSettle: (which: "mine" | "theirs") => void;
};

/** Both texts of a conflict side by side, and what differs; the writer says with which to go on. */
export function DraftConflict({ message, mine, theirs, onSettle }: DraftConflictProps) {
  return (
    <div className="grid gap-6">
      <Notice
        tone="warn"
        title={strings.title}
        action={
          <>
            {theirs && <Button onClick={() => onSettle("theirs")}>{strings.takeTheirs}</Button>}
            <Button variant="primary" onClick={() => onSettle("mine")}>
              {strings.keepMine}
            </Button>
          </>
        }
      >
        {message ?? policiesStrings.draft.conflict}
      </Notice>
      {theirs && (
        <Section title={strings.difference} className="mb-0">
          <Source>
            <DiffWords parts={diffWordsWithSpace(theirs.text, mine)} />
          </Source>
        </Section>
      )}
      <div className="grid gap-6 lg:grid-cols-2">
        <Section title={strings.mine} className="mb-0">
          <Source>{mine}</Source>
        </Section>
        {theirs && (
          <Section title={strings.theirs(theirs.savedBy)} className="mb-0">
            <Source>{theirs.text}</Source>
          </Section>
        )}
      </div>
    </div>
  );
}

function Source({ children }: { children: React.ReactNode }) {
  return (
    <div className="rounded-lg border border-line bg-sunken px-3.5 py-3 font-mono text-xs leading-relaxed wrap-anywhere whitespace-pre-wrap">
      {children}
    </div>
  );
}
