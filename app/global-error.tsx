"use client";

import { BarePage } from "#components/shell/bare-page.tsx";
import { ErrorMessage, type RouteError } from "#components/shell/error-message.tsx";
import { ThemeProvider } from "#components/theme/theme-provider.tsx";
import { shellStrings } from "#lib/domain/strings/shell.ts";
import "#app/globals.css";

/** Replaces the root layout when that itself broke, so it brings its own document. */
export default function GlobalError(props: RouteError) {
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <title>{shellStrings.broken.title}</title>
        <ThemeProvider>
          <BarePage>
            <ErrorMessage {...props} />
          </BarePage>
        </ThemeProvider>
      </body>
    </html>
  );
}
