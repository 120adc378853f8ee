import type { ReactNode } from "react";
import { cx } from "./cx.ts";

type KbdProps = {
  children: ReactNode;
  /** Keys beside a control are hidden from screen readers, since the control names itself; in a list of keys they are read. */
  spoken?: boolean;
  /** Takes the colour of what it stands on, for keys inside a filled button. */
  inherit?: boolean;
};

/** A key, shown on what it acts on. */
export function Kbd({ children, spoken = false, inherit = false }: KbdProps) {
  return (
    <kbd
      aria-hidden={spoken ? undefined : true}
      className={cx(
        "inline-flex min-w-4.5 items-center justify-center rounded-sm border border-b-2 px-1 py-0.5 font-ui text-[0.6875rem] leading-none font-medium",
        !spoken && "max-sm:hidden pointer-coarse:hidden",
        inherit ? "border-current" : "border-line bg-surface text-ink-3",
      )}
    >
      {children}
    </kbd>
  );
}
