import { ScanSearch } from "lucide-react";
import { cx } from "#components/ui/cx.ts";
import type { FindingDetail } from "#lib/domain/checks/finding.ts";
import { checkStrings as strings } from "#lib/domain/strings/checks.ts";

type FindingNotesProps = {
  details: readonly FindingDetail[];
  /** The thought's, for findings that point into it. */
  text: string;
  className?: string;
};

/** What the checks noticed in one thought. */
export function FindingNotes({ details, text, className }: FindingNotesProps) {
  if (details.length === 0) return null;
  return (
    <ul aria-label={strings.title} className={cx("flex flex-col gap-1 text-xs text-ink-2", className)}>
      {details.map((detail) => (
        <li key={detail.check} className="flex gap-1.5">
          <ScanSearch aria-hidden className="mt-0.5 size-3.5 shrink-0 text-warn" />
          <span className="min-w-0">
            {strings.says(detail)}{" "}
            {"at" in detail && <q>{text.slice(detail.at, detail.at + detail.length)}</q>}
          </span>
        </li>
      ))}
    </ul>
  );
}
