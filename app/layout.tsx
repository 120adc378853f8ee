import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ThemeProvider } from "#components/theme/theme-provider.tsx";
import { Toaster } from "#components/ui/toaster.tsx";
import { TooltipProvider } from "#components/ui/tooltip.tsx";
import { commonStrings } from "#lib/domain/strings/common.ts";
import "#app/globals.css";

export const metadata: Metadata = {
  title: { default: commonStrings.productName, template: `%s · ${commonStrings.productName}` },
  description: commonStrings.productSentence,
  icons: { icon: "/icon.svg", apple: "/apple-icon.png" },
  referrer: "same-origin",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#1f1e1b" },
  ],
  viewportFit: "cover",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  // The theme is set on <html> by a script, before React sees it.
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <ThemeProvider nonce={nonce}>
          <TooltipProvider>{children}</TooltipProvider>
          <Toaster />
        </ThemeProvider>
      </body>
    </html>
  );
}
