"use client";

import { Tabs as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";
import { keepTabInView } from "./tab-in-view.ts";
import { tabListStyle, tabStyle } from "./tab-style.ts";

/** Views of one thing, one at a time; `value` and `onValueChange`, or `defaultValue`. */
export const Tabs = Radix.Root;

type TabListProps = {
  label: string;
  /** What stands at the end of the line, such as a legend. */
  trailing?: ReactNode;
  children: ReactNode;
};

/** The line of tabs. */
export function TabList({ label, trailing, children }: TabListProps) {
  return (
    <div ref={keepTabInView} className={tabListStyle}>
      <Radix.List aria-label={label} className="flex gap-4.5">
        {children}
      </Radix.List>
      {trailing != null && (
        <div className="ml-auto flex items-center gap-3.5 self-center pb-0.5 text-xs text-ink-2">
          {trailing}
        </div>
      )}
    </div>
  );
}

/** One tab, with a count beside its name where there is one; `hasMore` where there are more than were counted. */
export function Tab({
  count,
  hasMore = false,
  children,
  className,
  ...rest
}: ComponentProps<typeof Radix.Trigger> & { count?: number; hasMore?: boolean }) {
  return (
    <Radix.Trigger {...rest} className={cx(tabStyle, className)}>
      {children}
      {count !== undefined && (
        <span className="text-ink-3 tabular-nums">
          {count.toLocaleString("en")}
          {hasMore && "+"}
        </span>
      )}
    </Radix.Trigger>
  );
}

/** What a tab shows. */
export function TabPanel({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return <Radix.Content {...rest} className={cx("rounded-sm pt-4", className)} />;
}
