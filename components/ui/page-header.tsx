import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** Facts in a row under the title, such as state, numbers and times. */
  meta?: ReactNode;
  /** One sentence on what the page is for. */
  description?: ReactNode;
  /** Buttons; the primary one last, so that it always stands at the edge, and on top on a phone. */
  actions?: ReactNode;
};

/** The head of a page: its title in the reading voice, facts under it, what can be done beside it. */
export function PageHeader({ title, meta, description, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-wrap items-start gap-x-6 gap-y-4">
      <div className="min-w-0 flex-1 basis-80">
        <h1 className="font-read text-title font-medium tracking-[-0.005em] text-pretty break-words">
          {title}
        </h1>
        {meta != null && (
          <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-2 tabular-nums [&_b]:font-[550] [&_b]:text-ink">
            {meta}
          </div>
        )}
        {description != null && <p className="mt-1.5 max-w-[68ch] text-sm text-ink-2">{description}</p>}
      </div>
      {actions != null && (
        <div className="flex flex-wrap items-center gap-2.5 pt-0.5 max-sm:flex-row-reverse max-sm:flex-wrap-reverse max-sm:justify-end">
          {actions}
        </div>
      )}
    </header>
  );
}
