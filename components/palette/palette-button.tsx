"use client";

import { Search } from "lucide-react";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { paletteStrings as strings } from "#lib/domain/strings/palette.ts";
import { useOpenPalette } from "./palette-context.tsx";

/** Opens the palette, and tells its keys. */
export function PaletteButton() {
  const open = useOpenPalette();
  return (
    <button
      type="button"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={open}
      className="-mx-1 flex min-h-8 shrink-0 items-center gap-1.5 rounded-md px-1.5 text-ink-3 hover:bg-hover hover:text-ink pointer-coarse:min-h-10.5 pointer-coarse:px-2.5 [&>svg]:size-4"
    >
      <Search aria-hidden />
      <span className="sr-only">{strings.title}</span>
      <span className="flex max-sm:hidden pointer-coarse:hidden">
        <Shortcut keys={["mod", "K"]} spoken />
      </span>
    </button>
  );
}
