import type { ReactNode } from "react";
import { Time } from "#components/ui/time.tsx";

type HistoryHeadProps = { at: string; text: string; children?: ReactNode };

/** What happened, and when. */
export function HistoryHead({ at, text, children }: HistoryHeadProps) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-2.5 text-sm">
      <span className="font-[550]">{text}</span>
      <span className="text-xs text-ink-3">
        {children}
        {children != null && " · "}
        <Time value={at} />
      </span>
    </div>
  );
}
