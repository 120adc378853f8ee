import type { ReactNode } from "react";

type EmptyStateProps = {
  title: ReactNode;
  /** What to do next, in one sentence. */
  children?: ReactNode;
  action?: ReactNode;
};

/** What stands where a list would, when it holds nothing: what is missing and what to do next. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-6 py-14 text-center">
      <p className="font-read text-lg font-medium text-balance">{title}</p>
      {children != null && (
        <div className="mt-1.5 max-w-[52ch] text-sm text-pretty text-ink-2">{children}</div>
      )}
      {action != null && <div className="mt-5 flex flex-wrap justify-center gap-2.5">{action}</div>}
    </div>
  );
}
