"use client";

import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button.tsx";
import { cx } from "./cx.ts";
import { Kbd } from "./kbd.tsx";
import { Tooltip } from "./tooltip.tsx";

type IconButtonProps = Omit<ButtonProps, "children"> & {
  /** What it does, as its accessible name and its tooltip. */
  label: string;
  /** The key that does the same, shown in the tooltip. */
  shortcut?: string;
  tooltip?: boolean;
  children: ReactNode;
};

const sizes = { sm: "w-7 pointer-coarse:w-9", md: "w-8.5 pointer-coarse:w-10.5", lg: "w-11" };

/** A button that shows only an icon and says its name on hover and focus. */
export function IconButton(props: IconButtonProps) {
  const {
    label,
    shortcut,
    tooltip = true,
    variant = "quiet",
    size = "md",
    className,
    children,
    ...rest
  } = props;
  const button = (
    <Button
      {...rest}
      variant={variant}
      size={size}
      aria-label={label}
      aria-keyshortcuts={shortcut}
      className={cx("px-0! [&>svg]:size-4.5", sizes[size], className)}
    >
      {children}
    </Button>
  );
  if (!tooltip) return button;
  return (
    <Tooltip
      content={
        <span className="flex items-center gap-2">
          {label}
          {shortcut && <Kbd inherit>{shortcut}</Kbd>}
        </span>
      }
    >
      {button}
    </Tooltip>
  );
}
