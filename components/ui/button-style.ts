import { cx } from "./cx.ts";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

const base =
  "inline-flex shrink-0 items-center justify-center gap-2 whitespace-nowrap border font-medium no-underline " +
  "transition-colors duration-100 select-none aria-disabled:opacity-60 disabled:opacity-60 " +
  "aria-pressed:border-accent aria-pressed:bg-accent-soft disabled:cursor-not-allowed aria-disabled:cursor-not-allowed [&>svg]:size-[1.15em] [&>svg]:shrink-0";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-accent-ink font-semibold hover:bg-accent-strong",
  secondary: "border-line-strong bg-surface text-ink hover:bg-sunken",
  quiet: "border-transparent text-ink-2 hover:bg-hover hover:text-ink",
  danger: "border-transparent bg-bad text-bad-ink font-semibold hover:bg-bad-strong",
};

const sizes: Record<ButtonSize, string> = {
  sm: "h-7 rounded-chip px-2.5 text-xs pointer-coarse:h-9",
  md: "h-8.5 rounded-md px-3.5 text-sm pointer-coarse:h-10.5",
  lg: "h-11 rounded-lg px-4.5 text-base",
};

/** The look of a button, for buttons and for links that act as one. */
export function buttonStyle(variant: ButtonVariant = "secondary", size: ButtonSize = "md"): string {
  return cx(base, variants[variant], sizes[size]);
}
