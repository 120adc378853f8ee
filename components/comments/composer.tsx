"use client";

import type { ReactNode } from "react";
import type { Refusal } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { RefusalNotice } from "#components/ui/refusal-notice.tsx";
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

/** Where a comment is written. `Esc` leaves the field; what was written stays. */
export function Composer(props: ComposerProps) {
  const { label, placeholder, send, text, onTextChange, onSend, busy, refusal, children } = props;
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
        }}
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button type="submit" size="sm" busy={busy} disabled={text.trim() === ""}>
          {send}
        </Button>
        {children}
      </div>
    </form>
  );
}
