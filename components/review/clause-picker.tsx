"use client";

import { type ReactNode, useState } from "react";
import { Input } from "#components/ui/input.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { byNumber } from "#lib/domain/record/content.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { useRoom } from "./room-context.tsx";

type ClausePickerProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  label: string;
  cited: readonly string[];
  onChange: (clauses: string[]) => void;
  trigger: ReactNode;
};

/** Finds clauses by their number or their words, and cites them; `Enter` takes the first that fits. */
export function ClausePicker({ open, onOpenChange, label, cited, onChange, trigger }: ClausePickerProps) {
  const { policies } = useRoom().room;
  const [query, setQuery] = useState("");
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = policies
    .map(({ title, clauses }) => ({
      title,
      clauses: clauses.filter(({ number, text }) => {
        const searched = `${number} ${title} ${text}`.toLowerCase();
        return words.every((word) => searched.includes(word));
      }),
    }))
    .filter(({ clauses }) => clauses.length > 0);
  const fitting = found.flatMap(({ clauses }) => clauses.map(({ number }) => number));
  const first =
    words.length === 0 ? undefined : (fitting.find((number) => number === words[0]) ?? fitting[0]);
  const toggle = (number: string) =>
    onChange(
      cited.includes(number) ? cited.filter((one) => one !== number) : [...cited, number].sort(byNumber),
    );
  return (
    <Popover open={open} onOpenChange={onOpenChange} label={label} trigger={trigger} className="w-96 p-0!">
      <div className="sticky top-0 border-b border-line bg-surface p-2.5">
        <Input
          type="search"
          aria-label={strings.findClause}
          placeholder={strings.findClause}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing || event.repeat || !first) return;
            event.preventDefault();
            toggle(first);
            // What is typed next looks for another.
            event.currentTarget.select();
          }}
        />
      </div>
      <div className="max-h-80 overflow-y-auto p-1.5">
        {found.length === 0 && <p className="p-2 text-ink-3">{strings.noClauseFound}</p>}
        {found.map(({ title, clauses }) => (
          <fieldset key={title}>
            <legend className="px-2 pt-2 pb-1 text-2xs font-semibold text-ink-3">{title}</legend>
            {clauses.map(({ number, text }) => (
              <label
                key={number}
                className="flex cursor-pointer gap-2.5 rounded-chip px-2 py-1.5 hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-accent"
              >
                <input
                  type="checkbox"
                  checked={cited.includes(number)}
                  onChange={() => toggle(number)}
                  className="mt-0.5 size-4 shrink-0 accent-(--accent)"
                />
                <span className="min-w-0 flex-1 text-xs text-ink-2">
                  <b className="font-[550] text-ink">{number}</b> {text}
                </span>
                {number === first && (
                  <span>
                    <Shortcut keys={["enter"]} />
                  </span>
                )}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </Popover>
  );
}
