import Link from "next/link";
import { Fragment } from "react";
import { commonStrings } from "#lib/domain/strings/common.ts";

export type Crumb = { label: string; href?: string };

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
            <li className="min-w-0 truncate max-sm:nth-last-[n+4]:hidden">
              {crumb.href && index < items.length - 1 ? (
                <Link
                  href={crumb.href}
                  className="rounded-sm hover:text-ink hover:underline underline-offset-3"
                >
                  {crumb.label}
                </Link>
              ) : (
                <span aria-current="page" className="font-[550] text-ink">
                  {crumb.label}
                </span>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
