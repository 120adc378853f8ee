import { type NextRequest, NextResponse } from "next/server";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { pagePathHeader } from "#lib/server/access/page-path.ts";
import { isReadableAddress } from "#lib/server/access/readable-address.ts";
import { isSameOrigin } from "#lib/server/access/same-origin.ts";
import { contentPolicy } from "#lib/server/auth/content-policy.ts";
import { env } from "#lib/server/env.ts";
import { lastProjectCookie, slugInPath } from "#lib/server/projects/last-project.ts";

/**
 * Hardens every answer; never the lock. Who may do what is decided where data is read and written
 * (`authorize`), and stays so when this file does not run.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!isSameOrigin(request, env.url)) {
    const error = { code: "forbidden", message: accessStrings.otherOrigin };
    return NextResponse.json({ error }, { status: 403 });
  }
  if (!isReadableAddress(request.url)) {
    const error = { code: "invalid", message: accessStrings.unreadableAddress };
    return NextResponse.json({ error }, { status: 400 });
  }
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentPolicy(nonce, process.env.NODE_ENV === "development");

  // Next.js finds the nonce for its own scripts in this request header, and pages find it in `x-nonce`.
  const passedOn = new Headers(request.headers);
  passedOn.set("content-security-policy", policy);
  passedOn.set("x-nonce", nonce);
  passedOn.delete(pagePathHeader);
  if (isPage(request)) passedOn.set(pagePathHeader, addressOf(request));

  const response = NextResponse.next({ request: { headers: passedOn } });
  response.headers.set("content-security-policy", policy);
  rememberProject(request, response);
  return response;
}

function isPage(request: NextRequest): boolean {
  const reads = request.method === "GET" || request.method === "HEAD";
  return reads && !request.nextUrl.pathname.startsWith("/api/");
}

/** The page's address as the person sees it, without what the framework adds when it fetches a part. */
function addressOf({ nextUrl }: NextRequest): string {
  const query = new URLSearchParams(nextUrl.search);
  query.delete("_rsc");
  return query.size > 0 ? `${nextUrl.pathname}?${query}` : nextUrl.pathname;
}

/** Pages cannot set cookies while they render, so the way back to the last project is noted here. */
function rememberProject(request: NextRequest, response: NextResponse): void {
  const slug = slugInPath(request.nextUrl.pathname);
  const isVisit = isPage(request) && !request.headers.has("next-router-prefetch");
  if (!slug || !isVisit || request.cookies.get(lastProjectCookie)?.value === slug) return;
  response.cookies.set(lastProjectCookie, slug, { httpOnly: true, sameSite: "lax", maxAge: 365 * 86_400 });
}

export const config = {
  // Uploads stay out: Next.js cuts bodies that pass through here at 10 MB. They check their origin themselves.
  matcher: [
    "/((?!_next/static|_next/image|favicon.ico|icon.svg|apple-icon.png|api/projects/[^/]+/imports).*)",
  ],
};
