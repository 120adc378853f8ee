import { type ReactNode, useId } from "react";
import { cx } from "./cx.ts";

type SectionProps = {
  title: ReactNode;
  /** A link or small button at the end of the title's line. */
  action?: ReactNode;
  /** The heading's depth; 2 directly under the page's title. */
  level?: 2 | 3;
  className?: string;
  children: ReactNode;
};

/** A named part of a page, set off by space and a small heading. */
export function Section({ title, action, level = 2, className, children }: SectionProps) {
  const id = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section aria-labelledby={id} className={cx("mb-8", className)}>
      <div className="mb-2 flex min-h-6 items-center justify-between gap-4">
        <Heading id={id} className="text-xs font-semibold text-ink-3">
          {title}
        </Heading>
        {action}
      </div>
      {children}
    </section>
  );
}
