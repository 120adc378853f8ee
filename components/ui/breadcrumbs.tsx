import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { commonStrings } from "#lib/domain/strings/common.ts";
import { cx } from "./cx.ts";
import { PageLink } from "./page-link.tsx";

export type Crumb = {
  label: string;
  href?: string;
  /** Stands beside it, such as a switch to its siblings. */
  beside?: ReactNode;
};

/** Where the page lies; the last crumb is the page itself. On a phone the one before it becomes a way back. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  const parent = items.at(-2);
  return (
    <nav aria-label={commonStrings.breadcrumbs} className="flex min-w-0 items-center text-ink-3">
      {parent?.href && (
        <PageLink
          href={parent.href}
          aria-label={commonStrings.backTo(parent.label)}
          className="-ml-1.5 grid size-9 shrink-0 place-items-center rounded-md hover:text-ink sm:hidden"
        >
          <ChevronLeft aria-hidden className="size-5" />
        </PageLink>
      )}
      <ol className="flex min-w-0 items-center gap-1.5">
        {items.map((crumb, index) => {
          const isPage = index === items.length - 1;
          return (
            <li
              key={`${crumb.href}:${crumb.label}`}
              className={cx("flex min-w-0 items-center gap-0.5", !isPage && "max-sm:hidden")}
            >
              {index > 0 && (
                <span aria-hidden className="pr-1 max-sm:hidden">
                  /
                </span>
              )}
              {isPage || !crumb.href ? (
                <span aria-current={isPage ? "page" : undefined} className="truncate font-[550] text-ink">
                  {crumb.label}
                </span>
              ) : (
                <PageLink
                  href={crumb.href}
                  className="truncate rounded-sm underline-offset-3 hover:text-ink hover:underline"
                >
                  {crumb.label}
                </PageLink>
              )}
              {crumb.beside}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
