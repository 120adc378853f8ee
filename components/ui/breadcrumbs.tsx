import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { commonStrings } from "#lib/domain/strings/common.ts";

export type Crumb = {
  label: string;
  href?: string;
  /** Stands beside it, such as a switch to its siblings. */
  beside?: ReactNode;
};

/** Where the page lies; the last crumb is the page itself. On a phone only the way back and the page are shown. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav aria-label={commonStrings.breadcrumbs} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1.5 text-ink-3">
        {items.map((crumb, index) => (
          <Fragment key={`${crumb.href}:${crumb.label}`}>
            {index > 0 && (
              <li aria-hidden className="max-sm:nth-last-[n+3]:hidden">
                /
              </li>
            )}
            <li className="flex min-w-0 items-center gap-0.5 max-sm:nth-last-[n+4]:hidden">
              {crumb.href && index < items.length - 1 ? (
                <Link
                  href={crumb.href}
                  className="truncate rounded-sm underline-offset-3 hover:text-ink hover:underline"
                >
                  {crumb.label}
                </Link>
              ) : (
                <span aria-current="page" className="truncate font-[550] text-ink">
                  {crumb.label}
                </span>
              )}
              {crumb.beside}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
