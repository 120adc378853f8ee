"use client";

import { Upload } from "lucide-react";
import { type DragEvent, type ReactNode, useId, useState } from "react";
import { commonStrings } from "#lib/domain/strings/common.ts";
import { cx } from "./cx.ts";

type FileDropProps = {
  /** What the file is for, as the input's accessible name. */
  label: string;
  /** Formats and limits, in a sentence. */
  hint?: ReactNode;
  /** As the `accept` attribute: “.csv,.jsonl”. */
  accept?: string;
  disabled?: boolean;
  onFile: (file: File) => void;
};

/** A place to drop a file on, or to press and choose it; the same input underneath for both. */
export function FileDrop({ label, hint, accept, disabled = false, onFile }: FileDropProps) {
  const [isOver, setIsOver] = useState(false);
  const hintId = useId();

  function handleDrop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (!disabled && file) onFile(file);
  }

  return (
    <label
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={handleDrop}
      className={cx(
        "flex cursor-pointer flex-col items-center gap-1 rounded-lg border border-dashed px-6 py-10 text-center transition-colors duration-100 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:cursor-not-allowed has-disabled:opacity-60",
        isOver ? "border-accent bg-accent-soft" : "border-line-strong bg-surface hover:bg-sunken",
      )}
    >
      <Upload aria-hidden className="mb-1.5 size-5 text-ink-3" />
      <span className="font-medium">{commonStrings.dropFile}</span>
      {hint != null && (
        <span id={hintId} className="max-w-[56ch] text-xs text-ink-3">
          {hint}
        </span>
      )}
      <input
        type="file"
        aria-label={label}
        aria-describedby={hint != null ? hintId : undefined}
        accept={accept}
        disabled={disabled}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // Emptied, so that choosing the same file again is noticed.
          event.currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
