"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { commonStrings } from "#lib/domain/strings/common.ts";
import { cx } from "./cx.ts";
import { IconButton } from "./icon-button.tsx";

type DialogProps = {
  /** The control that opens it; leave out when `open` is held by the caller. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  size?: "sm" | "md" | "lg";
  children?: ReactNode;
  /** Buttons, the primary one last. Forms inside `children` bring their own. */
  footer?: ReactNode;
};

const widths = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-4xl" };

/** A modal dialog; on a phone it rises from the bottom edge. */
export function Dialog({
  trigger,
  open,
  onOpenChange,
  title,
  description,
  size = "sm",
  children,
  footer,
}: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger != null && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 grid animate-fade place-items-center overflow-y-auto bg-scrim sm:p-6 max-sm:items-end">
          <Radix.Content
            {...(description == null && { "aria-describedby": undefined })}
            onOpenAutoFocus={focusFirstField}
            className={cx(
              "w-full animate-rise rounded-xl border border-line bg-surface shadow-float outline-none max-sm:rounded-b-none max-sm:pb-[env(safe-area-inset-bottom)]",
              widths[size],
            )}
          >
            <div className="flex items-start gap-4 px-5 pt-4.5">
              <div className="min-w-0 flex-1">
                <Radix.Title className="font-read text-lg font-semibold break-words">{title}</Radix.Title>
                {description != null && (
                  <Radix.Description className="mt-1 text-sm text-ink-2">{description}</Radix.Description>
                )}
              </div>
              <Radix.Close asChild>
                <IconButton label={commonStrings.close} className="-mt-1 -mr-2" tooltip={false}>
                  <X />
                </IconButton>
              </Radix.Close>
            </div>
            <div className="px-5 pt-4 pb-5">{children}</div>
            {footer != null && (
              <div className="flex flex-wrap justify-end gap-2.5 border-t border-line px-5 py-3.5">
                {footer}
              </div>
            )}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Who is asked something can answer at once. Else the focus would lie on Close, where Enter undoes the opening. */
function focusFirstField(opening: Event) {
  const content = opening.currentTarget as HTMLElement;
  const field = content.querySelector<HTMLElement>(
    "input:enabled:not([type=hidden], [readonly]), textarea:enabled:not([readonly]), select:enabled",
  );
  if (!field) return;
  opening.preventDefault();
  field.focus();
}
