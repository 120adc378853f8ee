"use client";

import { ThemeProvider as NextThemes } from "next-themes";
import type { ReactNode } from "react";

type ThemeProviderProps = {
  /** Lets the script that sets the theme run under the page's content policy. */
  nonce?: string;
  children: ReactNode;
};

/** Sets `data-theme` before the first paint, from the person's choice or their system's. */
export function ThemeProvider({ nonce, children }: ThemeProviderProps) {
  return (
    <NextThemes
      attribute="data-theme"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      nonce={nonce}
    >
      {children}
    </NextThemes>
  );
}
