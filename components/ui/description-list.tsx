import type { ReactNode } from "react";
import { cx } from "./cx.ts";

/** Facts as term and value in two columns; takes Facts. */
export function DescriptionList({ className, children }: { className?: string; children: ReactNode }) {
  return <dl className={cx("divide-y divide-line border-y border-line text-sm", className)}>{children}</dl>;
}

/** One fact; inside a DescriptionList. */
export function Fact({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[minmax(8rem,14rem)_1fr]">
      <dt className="text-ink-3">{term}</dt>
      <dd className="min-w-0 wrap-anywhere tabular-nums">{children}</dd>
    </div>
  );
}
