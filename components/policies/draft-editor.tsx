"use client";

import { type ReactNode, type RefObject, useDeferredValue, useId, useState } from "react";
import { useStore } from "zustand";
import { HeaderSlot } from "#components/shell/header-slot.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import type { PolicyFault } from "#lib/domain/policy/parse.ts";
import { policiesStrings } from "#lib/domain/strings/policies.ts";
import { DraftConflict } from "./draft-conflict.tsx";
import type { DraftStore } from "./draft-store.ts";
import { LineEditor, selectLine } from "./line-editor.tsx";
import { Problems } from "./problems.tsx";
import { SaveFailure, SaveState } from "./save-state.tsx";
import { useAutosave } from "./use-autosave.ts";

const strings = policiesStrings.edit;

type DraftEditorProps = {
  store: DraftStore;
  label: string;
  /** What to mend before it can be published. */
  faults: readonly PolicyFault[];
  /** Stands over the text area, such as a button that inserts something. */
  tools?: ReactNode;
  areaRef: RefObject<HTMLTextAreaElement | null>;
  preview: (text: string) => ReactNode;
};

/** A text and how it will read, side by side; one after the other on a narrow screen. Saves by itself. */
export function DraftEditor({ store, label, faults, tools, areaRef, preview }: DraftEditorProps) {
  const { text, phase, message, theirs, aside, restored, savedAt, ...act } = useStore(store);
  const [view, setView] = useState<"write" | "preview">("write");
  const previewed = useDeferredValue(text);
  const problemsId = useId();
  useAutosave(store);

  if (phase === "conflict") {
    return <DraftConflict message={message} mine={text} theirs={theirs} onSettle={act.settle} />;
  }

  function goTo(line: number) {
    setView("write");
    requestAnimationFrame(() => areaRef.current && selectLine(areaRef.current, line));
  }

  return (
    <>
      <HeaderSlot>
        <span aria-live="polite">
          <SaveState phase={phase} savedAt={savedAt} />
        </span>
      </HeaderSlot>
      <div className="mb-4 grid gap-3 empty:hidden">
        {phase === "failed" && <SaveFailure message={message} onRetry={act.save} />}
        {restored && <Notice>{strings.restored}</Notice>}
        {aside !== null && <Aside text={aside} onDismiss={act.dismissAside} />}
      </div>
      <div className="mb-3 lg:hidden">
        <Segmented
          label={strings.view}
          value={view}
          onValueChange={setView}
          options={[
            { value: "write", label: strings.write },
            { value: "preview", label: strings.preview },
          ]}
        />
      </div>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <div className={cx("min-w-0", view === "preview" && "max-lg:hidden")}>
          {tools && <div className="mb-2 flex min-h-8.5 flex-wrap items-center gap-3">{tools}</div>}
          <LineEditor
            label={label}
            value={text}
            onChange={act.type}
            faultyLines={new Set(faults.map(({ line }) => line))}
            describedBy={problemsId}
            areaRef={areaRef}
          />
          <div className="sticky bottom-0 mt-3 max-h-48 overflow-y-auto bg-paper py-2 max-sm:bottom-15">
            <Problems id={problemsId} faults={faults} onChoose={goTo} />
          </div>
        </div>
        <section
          aria-label={strings.preview}
          className={cx("min-w-0 lg:border-l lg:border-line lg:pl-10", view === "write" && "max-lg:hidden")}
        >
          {preview(previewed)}
        </section>
      </div>
    </>
  );
}

function Aside({ text, onDismiss }: { text: string; onDismiss: () => void }) {
  const { aside, copyAside, dismiss } = policiesStrings.conflict;
  return (
    <Notice
      action={
        <>
          <CopyButton wide text={text} label={copyAside} />
          <Button variant="quiet" onClick={onDismiss}>
            {dismiss}
          </Button>
        </>
      }
    >
      {aside}
    </Notice>
  );
}
