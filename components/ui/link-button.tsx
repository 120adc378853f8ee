import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style.ts";
import { cx } from "./cx.ts";
import { PageLink } from "./page-link.tsx";

type LinkButtonProps = ComponentProps<typeof PageLink> & { variant?: ButtonVariant; size?: ButtonSize };

/** A link that looks like a button: it goes somewhere, it does not change anything. */
export function LinkButton({ variant, size, className, ...rest }: LinkButtonProps) {
  return <PageLink {...rest} className={cx(buttonStyle(variant, size), className)} />;
}
