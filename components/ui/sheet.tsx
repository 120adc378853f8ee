"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { commonStrings } from "#lib/domain/strings/common.ts";
import { cx } from "./cx.ts";
import { IconButton } from "./icon-button.tsx";

type SheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  side?: "left" | "right" | "bottom";
  children: ReactNode;
};

const sides = {
  left: "inset-y-0 left-0 w-76 border-r",
  right: "inset-y-0 right-0 w-92 border-l",
  bottom: "inset-x-0 bottom-0 max-h-[85dvh] rounded-t-xl border-t pb-[env(safe-area-inset-bottom)]",
};

/** A panel from an edge of the screen: what stands beside the page on a desktop folds into it on a phone. */
export function Sheet({ open, onOpenChange, title, side = "bottom", children }: SheetProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-fade bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          className={cx(
            "fixed z-50 flex max-w-[calc(100vw-2.5rem)] animate-fade flex-col border-line bg-surface shadow-float outline-none",
            side === "bottom" && "max-w-none!",
            sides[side],
          )}
        >
          <div className="flex h-13 shrink-0 items-center justify-between gap-4 border-b border-line pr-2.5 pl-5">
            <Radix.Title className="min-w-0 truncate font-read text-md font-semibold">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={commonStrings.close} tooltip={false}>
                <X />
              </IconButton>
            </Radix.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
