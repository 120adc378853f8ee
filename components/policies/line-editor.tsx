"use client";

import { type RefObject, useId } from "react";
import { cx } from "#components/ui/cx.ts";

type LineEditorProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Lines with something to mend, from 1. */
  faultyLines?: ReadonlySet<number>;
  /** Where it is said what is wrong. */
  describedBy?: string;
  areaRef?: RefObject<HTMLTextAreaElement | null>;
};

// The copy under the text area must break lines exactly where the text area does: same voice, same padding.
const metrics =
  "pl-12 pr-3.5 font-mono text-sm/[1.7] whitespace-pre-wrap wrap-anywhere [tab-size:2] pointer-coarse:text-touch/[1.7]";

/** A plain text with numbered lines. It grows with the text, so the page scrolls and nothing inside it does. */
export function LineEditor({ label, value, onChange, faultyLines, describedBy, areaRef }: LineEditorProps) {
  const id = useId();
  const lines = value.split("\n");
  return (
    <div className="grid min-h-96 rounded-lg border border-line-strong bg-surface transition-colors duration-100 has-focus:border-accent has-focus:outline-2 has-focus:-outline-offset-1 has-focus:outline-accent">
      <div aria-hidden className="pointer-events-none col-start-1 row-start-1 py-3 select-none">
        {lines.map((line, index) => {
          const number = index + 1;
          const isFaulty = faultyLines?.has(number) ?? false;
          return (
            <div key={number} className={cx(metrics, "relative", isFaulty && "bg-bad-soft")}>
              <span
                className={cx(
                  "absolute left-0 w-9 text-right font-ui text-xs/[calc(1.7*var(--text-sm))] tabular-nums pointer-coarse:text-xs/[calc(1.7*1rem)]",
                  isFaulty ? "font-semibold text-bad" : "text-ink-3",
                )}
              >
                {number}
              </span>
              <span className="invisible">{line === "" ? "\u200b" : line}</span>
            </div>
          );
        })}
      </div>
      <textarea
        id={id}
        ref={areaRef}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={(faultyLines?.size ?? 0) > 0 || undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        spellCheck
        className={cx(
          metrics,
          "relative col-start-1 row-start-1 resize-none overflow-hidden bg-transparent py-3 text-ink outline-none",
        )}
      />
    </div>
  );
}

/** Puts the caret on a line, from 1, and selects it. */
export function selectLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
}
