import type { ComponentProps } from "react";
import { cx } from "./cx.ts";
import { PageLink } from "./page-link.tsx";

/** A link in running text or beside it, in the accent. */
export function TextLink({ className, ...rest }: ComponentProps<typeof PageLink>) {
  return (
    <PageLink
      {...rest}
      className={cx("rounded-sm font-medium text-accent underline-offset-3 hover:underline", className)}
    />
  );
}
