"use client";

import { Ellipsis } from "lucide-react";
import { usePathname } from "next/navigation";
import { cx } from "#components/ui/cx.ts";
import { PageLink } from "#components/ui/page-link.tsx";
import { shellStrings as strings } from "#lib/domain/strings/shell.ts";
import { currentItem, type NavGroup, type NavItem } from "./nav.ts";
import { NavIcon } from "./nav-icon.tsx";

type BottomBarProps = { label: string; groups: readonly NavGroup[]; onMore: () => void };

/** Places before the last one, which opens the rest. */
const places = 4;

const itemStyle =
  "relative flex flex-1 flex-col items-center justify-center gap-0.5 text-2xs font-medium text-ink-3 focus-visible:-outline-offset-4 [&>svg]:size-5";

/** The navigation at the thumb, on phones. */
export function BottomBar({ label, groups, onMore }: BottomBarProps) {
  const current = currentItem(groups, usePathname());
  const items = groups.flat();
  const shown = items.length <= places + 1 ? items : items.slice(0, places);
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-30 flex h-15 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden group-has-[[data-layout=room]]/frame:hidden"
    >
      {shown.map((item) => (
        <PageLink
          key={item.href}
          href={item.href}
          aria-current={item === current ? "page" : undefined}
          className={cx(itemStyle, "aria-[current=page]:text-accent")}
        >
          <NavIcon Icon={item.Icon} />
          {item.label}
          {item.count !== undefined && <WaitingMark count={item.count} said={item.said} />}
        </PageLink>
      ))}
      {shown.length < items.length && (
        <button type="button" onClick={onMore} className={itemStyle}>
          <Ellipsis aria-hidden strokeWidth={1.75} />
          {strings.more}
        </button>
      )}
    </nav>
  );
}

function WaitingMark({ count, said = strings.waiting }: { count: number; said?: NavItem["said"] }) {
  return (
    <>
      <span
        aria-hidden
        className="absolute top-2 left-1/2 ml-2 size-2 rounded-full bg-accent ring-2 ring-surface"
      />
      <span className="sr-only">, {said(count)}</span>
    </>
  );
}
