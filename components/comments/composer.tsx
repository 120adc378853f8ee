"use client";

import type { ReactNode } from "react";
import type { Refusal } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { keyOf } from "#components/ui/key-of.ts";
import { RefusalNotice } from "#components/ui/refusal-notice.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

type ComposerProps = {
  label: string;
  placeholder?: string;
  send: string;
  text: string;
  onTextChange: (text: string) => void;
  onSend: () => void;
  busy: boolean;
  refusal: Refusal | null;
  /** Beside the button. */
  children?: ReactNode;
};

/**
 * Where a comment is written. `Ctrl+Enter` sends it, and so does not submit the review around it; `Esc` leaves the field,
 * and what was written stays.
 */
export function Composer(props: ComposerProps) {
  const { label, placeholder, send, text, onTextChange, onSend, busy, refusal, children } = props;
  const isEmpty = text.trim() === "";
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSend();
      }}
    >
      <RefusalNotice refusal={refusal} />
      <Textarea
        data-comment
        dir="auto"
        rows={2}
        aria-label={label}
        placeholder={placeholder}
        maxLength={10_000}
        value={text}
        onChange={(event) => onTextChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
          if (keyOf(event) !== "Mod+Enter" || isEmpty) return;
          event.preventDefault();
          if (!event.repeat) event.currentTarget.form?.requestSubmit();
        }}
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button type="submit" size="sm" busy={busy} disabled={isEmpty}>
          {send}
          {!isEmpty && <Shortcut keys={["mod", "enter"]} />}
        </Button>
        {children}
      </div>
    </form>
  );
}
