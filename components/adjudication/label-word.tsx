import type { Label } from "#lib/domain/deliberation/reply.ts";
import { adjudicationStrings as strings } from "#lib/domain/strings/adjudication.ts";
import { deliberationStrings } from "#lib/domain/strings/deliberation.ts";

/** A label in its colour, or that there is none. */
export function LabelWord({ label }: { label: Label | null | undefined }) {
  if (!label) return <span className="text-ink-3">{strings.notLabelled}</span>;
  return (
    <span className={label === "sound" ? "font-[550] text-ok" : "font-[550] text-bad"}>
      {deliberationStrings.labels[label]}
    </span>
  );
}
