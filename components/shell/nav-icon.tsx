"use client";

import type { LucideIcon } from "lucide-react";
import { useLinkStatus } from "next/link";
import { cx } from "#components/ui/cx.ts";

/** The sign of a place, inside the link to it; pulses while its page is on the way. */
export function NavIcon({ Icon, className }: { Icon: LucideIcon; className?: string }) {
  const { pending } = useLinkStatus();
  return (
    <Icon
      aria-hidden
      strokeWidth={1.75}
      className={cx(className, pending && "animate-pulse-slow text-accent!")}
    />
  );
}
