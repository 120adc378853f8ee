"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";
import { commonStrings } from "#lib/domain/strings/common.ts";

/** Where short messages appear (`toast` from sonner); stands once, in the root layout. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-left"
      containerAriaLabel={commonStrings.notifications}
      style={
        {
          "--normal-bg": "var(--surface)",
          "--normal-text": "var(--ink)",
          "--normal-border": "var(--line)",
          "--border-radius": "8px",
          fontFamily: "var(--font-ui)",
        } as React.CSSProperties
      }
      mobileOffset={{ bottom: "5.25rem" }}
      toastOptions={{
        duration: 6000,
        actionButtonStyle: { background: "var(--accent)", color: "var(--accent-ink)" },
      }}
    />
  );
}
