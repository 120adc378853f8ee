import { ArrowLeft, ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { commonStrings } from "#lib/domain/strings/common.ts";
import { LinkButton } from "./link-button.tsx";

type PagerProps = {
  /** Addresses of the neighbouring pages; null at an end. */
  newer: string | null;
  older: string | null;
  /** What is counted, such as “1,000+ prompts”. */
  note?: ReactNode;
  /** What the links say where the list is not newest first. */
  labels?: { newer: string; older: string };
};

/** Moves through a list; shows nothing where there is one page and no note. */
export function Pager({ newer, older, note, labels = commonStrings }: PagerProps) {
  if (newer === null && older === null && note == null) return null;
  return (
    <nav aria-label={commonStrings.pages} className="mt-4 flex items-center gap-2.5 text-xs text-ink-3">
      <span className="mr-auto tabular-nums">{note}</span>
      {newer !== null && (
        <LinkButton href={newer} size="sm" rel="prev">
          <ArrowLeft aria-hidden />
          {labels.newer}
        </LinkButton>
      )}
      {older !== null && (
        <LinkButton href={older} size="sm" rel="next">
          {labels.older}
          <ArrowRight aria-hidden />
        </LinkButton>
      )}
    </nav>
  );
}
