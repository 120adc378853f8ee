"use client";

import { useSyncExternalStore } from "react";
import { Kbd } from "./kbd.tsx";

/** `mod` is ⌘ on a Mac and Ctrl elsewhere. */
export type KeyName =
  | "mod"
  | "shift"
  | "alt"
  | "enter"
  | "up"
  | "down"
  | "left"
  | "right"
  | "escape"
  | (string & {});

type ShortcutProps = { keys: readonly KeyName[]; spoken?: boolean; inherit?: boolean };

/** Keys pressed together, as this computer names them. */
export function Shortcut({ keys, spoken, inherit }: ShortcutProps) {
  const isMac = useSyncExternalStore(noSubscription, onMac, () => false);
  const names: Record<string, string> = {
    mod: isMac ? "⌘" : "Ctrl ",
    shift: "⇧",
    alt: isMac ? "⌥" : "Alt ",
    enter: "↵",
    up: "↑",
    down: "↓",
    left: "←",
    right: "→",
    escape: "Esc",
  };
  return (
    <Kbd spoken={spoken} inherit={inherit}>
      {keys.map((key) => names[key] ?? key).join("")}
    </Kbd>
  );
}

const noSubscription = () => () => {};
const onMac = () => /mac|iphone|ipad/i.test(navigator.userAgent);
