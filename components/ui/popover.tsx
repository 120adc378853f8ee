"use client";

import { Popover as Radix } from "radix-ui";
import { type ReactNode, useId } from "react";
import { cx } from "./cx.ts";

type PopoverProps = {
  trigger: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** What it holds, for screen readers; the trigger's own name if not given. */
  label?: string;
  className?: string;
  children: ReactNode;
};

/** A floating panel that stays open while it is used. */
export function Popover(props: PopoverProps) {
  const { trigger, open, onOpenChange, label, className, children } = props;
  const triggerId = useId();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild id={triggerId}>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side="bottom"
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
          aria-labelledby={label === undefined ? triggerId : undefined}
          className="z-50 outline-none"
        >
          {/* In here, since what is closed before its own animation began would stay, and keep the keys, until that is over. */}
          <div
            className={cx(
              "max-h-(--radix-popover-content-available-height) w-80 max-w-[calc(100vw-1.5rem)] animate-rise overflow-y-auto rounded-lg border border-line bg-surface p-3.5 text-sm shadow-float",
              className,
            )}
          >
            {children}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
