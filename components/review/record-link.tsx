import type { ReactNode } from "react";
import { RowLink } from "#components/ui/table.tsx";

/** A record in a table: its ref and the beginning of its prompt, as the link of the row. */
export function RecordLink({ href, name, children }: { href: string; name: string; children: ReactNode }) {
  return (
    <RowLink href={href} className="font-read text-md font-normal wrap-anywhere">
      <span className="flex items-baseline gap-2.5">
        <span className="shrink-0 font-ui text-xs text-ink-3">{name}</span>
        <span className="line-clamp-2 text-pretty">{children}</span>
      </span>
    </RowLink>
  );
}
