import type { ComponentProps, ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";

// The frame looks for these marks with `:has()`, so that a page says how it wants to lie without any script.

/** A page that takes the whole window under the header, without navigation beside it or padding around it. */
export function Room({ className, ...rest }: ComponentProps<"div">) {
  return <div data-layout="room" {...rest} className={cx("min-h-[calc(100dvh-3.25rem)]", className)} />;
}

/** A page that is read or filled in: one narrow column. */
export function ReadingPage({ children }: { children: ReactNode }) {
  return <div data-layout="reading">{children}</div>;
}

/** A page with wide tables or things side by side; keeps navigation and padding. */
export function WidePage({ children }: { children: ReactNode }) {
  return <div data-layout="wide">{children}</div>;
}
