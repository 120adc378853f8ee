"use client";

import { usePathname } from "next/navigation";
import { PageLink } from "#components/ui/page-link.tsx";
import { shellStrings as strings } from "#lib/domain/strings/shell.ts";
import { currentItem, type NavGroup, type NavItem } from "./nav.ts";
import { NavIcon } from "./nav-icon.tsx";

type NavListProps = { label: string; groups: readonly NavGroup[]; onNavigate?: () => void };

/** The navigation in full, for the rail beside a page and for the sheet that stands in for it. */
export function NavList({ label, groups, onNavigate }: NavListProps) {
  const current = currentItem(groups, usePathname());
  return (
    <nav aria-label={label} className="grid gap-4">
      {groups.map((group) => (
        <ul key={group[0]?.href} className="grid gap-px">
          {group.map((item) => (
            <li key={item.href}>
              <PageLink
                href={item.href}
                onClick={onNavigate}
                aria-current={item === current ? "page" : undefined}
                className="group flex h-8 items-center gap-2.5 rounded-md px-2.5 font-medium text-ink-2 transition-colors duration-100 hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:font-semibold aria-[current=page]:text-ink pointer-coarse:h-11"
              >
                <NavIcon
                  Icon={item.Icon}
                  className="size-4 shrink-0 text-ink-3 group-hover:text-ink-2 group-aria-[current=page]:text-accent"
                />
                <span className="truncate">{item.label}</span>
                {item.count !== undefined && <WaitingCount count={item.count} said={item.said} />}
              </PageLink>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}

function WaitingCount({ count, said = strings.waiting }: { count: number; said?: NavItem["said"] }) {
  return (
    <span className="ml-auto text-xs tabular-nums">
      <span aria-hidden>{count > 999 ? "999+" : count}</span>
      <span className="sr-only">, {said(count)}</span>
    </span>
  );
}
