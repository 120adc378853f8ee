"use client";

import { useLinkStatus } from "next/link";
import { cx } from "./cx.ts";
import { PageLink } from "./page-link.tsx";
import { keepTabInView } from "./tab-in-view.ts";
import { tabListStyle, tabStyle } from "./tab-style.ts";

export type TabLink = { href: string; label: string; count?: number; current: boolean };

/** Tabs that are pages of their own, or filters kept in the address. */
export function TabLinks({ label, items }: { label: string; items: readonly TabLink[] }) {
  return (
    <nav ref={keepTabInView} aria-label={label} className={tabListStyle}>
      <ul className="flex gap-x-4.5 sm:flex-wrap">
        {items.map((item) => (
          <li key={item.href}>
            <PageLink href={item.href} aria-current={item.current ? "page" : undefined} className={tabStyle}>
              <TabLabel>{item.label}</TabLabel>
              {item.count !== undefined && (
                <span className="text-ink-3 tabular-nums">{item.count.toLocaleString("en")}</span>
              )}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Pulses while its page is on the way. */
function TabLabel({ children }: { children: string }) {
  const { pending } = useLinkStatus();
  return <span className={cx(pending && "animate-pulse-slow text-accent")}>{children}</span>;
}
