import Link from "next/link";
import type { ComponentProps } from "react";
import { cx } from "./cx.ts";

/** A link in running text or beside it, in the accent. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={cx("rounded-sm font-medium text-accent underline-offset-3 hover:underline", className)}
    />
  );
}
