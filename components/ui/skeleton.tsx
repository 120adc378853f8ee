import { commonStrings } from "#lib/domain/strings/common.ts";
import { cx } from "./cx.ts";

/** A grey place holder; give it a size by class. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cx("animate-pulse-slow rounded-sm bg-line", className)} />;
}

/** A page on its way: a title and a list, in the shape that will come. */
export function PageSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div role="status" aria-label={commonStrings.loading}>
      <Skeleton className="mt-1.5 h-6 w-64 max-w-full" />
      <Skeleton className="mt-3 mb-8 h-3.5 w-96 max-w-full" />
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((row) => (
        <div key={row} className="flex items-center gap-6 border-b border-line py-3">
          <Skeleton className="h-3.5 flex-1" />
          <Skeleton className="h-3.5 w-16" />
          <Skeleton className="h-3.5 w-24 max-sm:hidden" />
        </div>
      ))}
    </div>
  );
}
