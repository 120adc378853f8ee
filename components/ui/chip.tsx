import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";

type ChipProps = Omit<ComponentProps<"button">, "children"> & {
  /** `dashed` marks what is missing or unknown, such as a citation of no clause. */
  variant?: "solid" | "dashed";
  /** In view elsewhere on the screen, such as the clause of the focused thought. */
  selected?: boolean;
  children: ReactNode;
};

/** A small outlined mark in or under text: a clause number, a label. A button when it can be pressed. */
export function Chip({ variant = "solid", selected = false, className, children, ...rest }: ChipProps) {
  const pressable = rest.onClick !== undefined || rest["aria-haspopup"] !== undefined;
  const look = cx(
    "inline-flex items-center gap-1 rounded-chip border px-1.75 font-ui text-xs/[1.25rem] font-medium tabular-nums",
    variant === "dashed" && "border-dashed border-warn text-warn",
    variant === "solid" &&
      (selected ? "border-accent bg-accent-soft text-accent" : "border-line-strong text-ink-2"),
    pressable && "transition-colors duration-100 hover:border-accent hover:text-accent min-h-6",
    className,
  );
  if (!pressable) return <span className={look}>{children}</span>;
  return (
    <button type="button" {...rest} className={look}>
      {children}
    </button>
  );
}
