import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";
import { PageLink } from "./page-link.tsx";

type Align = "start" | "end";

type TableProps = {
  /** What the rows are, for screen readers. */
  label: string;
  /** Keeps the head in view while the page scrolls under the app's header. */
  sticky?: boolean;
  className?: string;
  children: ReactNode;
};

/** A dense table with hairlines. On a phone each row becomes a block, and each cell shows its own label. */
export function Table({ label, sticky = false, className, children }: TableProps) {
  return (
    <table
      aria-label={label}
      className={cx(
        "w-full border-collapse text-sm tabular-nums max-sm:block",
        sticky && "sm:[&_thead]:sticky sm:[&_thead]:top-13 sm:[&_thead]:z-10 sm:[&_thead]:bg-paper",
        className,
      )}
    >
      {children}
    </table>
  );
}

/** The head; takes HeaderCells. */
export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="shadow-[inset_0_-1px_var(--line)] max-sm:sr-only">
      <tr>{children}</tr>
    </thead>
  );
}

/** The name of a column. */
export function HeaderCell({
  align = "start",
  className,
  ...rest
}: Omit<ComponentProps<"th">, "align"> & { align?: Align }) {
  return (
    <th
      scope="col"
      {...rest}
      className={cx(
        "py-2 pr-4 text-xs font-semibold whitespace-nowrap text-ink-3 last:pr-0",
        align === "end" ? "text-right" : "text-left",
        className,
      )}
    />
  );
}

/** The rows. */
export function TableBody({ children }: { children: ReactNode }) {
  return <tbody className="max-sm:block">{children}</tbody>;
}

/** One row; a RowLink inside makes all of it clickable, and other controls in it stay above that link. */
export function Row({ selected, className, ...rest }: ComponentProps<"tr"> & { selected?: boolean }) {
  return (
    <tr
      {...rest}
      aria-selected={selected}
      className={cx(
        "relative border-b border-line [&_:is(a,button,input:not([type=checkbox]),select,label):not([data-row-link])]:relative [&_:is(a,button,input:not([type=checkbox]),select,label):not([data-row-link])]:z-1 has-[a[data-row-link]]:hover:bg-hover max-sm:block max-sm:py-2.5",
        selected && "bg-accent-soft",
        className,
      )}
    />
  );
}

type CellProps = Omit<ComponentProps<"td">, "align"> & {
  /** The column's name, shown before the value where rows are stacked. Leave it out for what names the row. */
  label?: string;
  align?: Align;
};

/** One value of a row; where rows are stacked, none takes no line. */
export function Cell({ label, align = "start", className, children, ...rest }: CellProps) {
  return (
    <td
      {...rest}
      className={cx(
        "py-2.5 pr-4 align-baseline last:pr-0",
        "max-sm:flex max-sm:items-baseline max-sm:justify-between max-sm:gap-4 max-sm:py-0.5 max-sm:pr-0 max-sm:text-left max-sm:has-[>div:empty]:hidden",
        align === "end" && "sm:text-right",
        className,
      )}
    >
      {label && (
        <span aria-hidden className="shrink-0 text-xs text-ink-3 sm:hidden">
          {label}
        </span>
      )}
      <div className={cx("min-w-0", label && "max-sm:text-right")}>{children}</div>
    </td>
  );
}

/** The link that names a row and covers it. Nothing is fetched ahead: a list is long and one row is opened. */
export function RowLink({ className, ...rest }: ComponentProps<typeof PageLink>) {
  return (
    <PageLink
      {...rest}
      data-row-link
      className={cx(
        "font-medium text-ink after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent",
        className,
      )}
    />
  );
}
