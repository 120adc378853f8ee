import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";

const readOnly = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that may change something was sent by a page of ours. Cookies ride along with requests
 * that other sites start; `Sec-Fetch-Site` and `Origin` tell them apart, and no page can forge either.
 * A request that carries neither is no browser of ours. One with an `Authorization` header needs no cookie,
 * and no other site can make a browser send it.
 *
 * @param publicUrl `COLLOQUY_URL`: the address that people use, where a proxy shows another host to us
 */
export function isSameOrigin(request: Pick<Request, "method" | "headers">, publicUrl?: string): boolean {
  if (readOnly.has(request.method) || request.headers.has("authorization")) return true;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = request.headers.get("origin");
  if (origin === null) return site === "same-origin";
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return (
    host === request.headers.get("host") || (publicUrl !== undefined && host === new URL(publicUrl).host)
  );
}

/**
 * The same for route handlers that `proxy.ts` leaves out.
 *
 * @throws Refused `forbidden`
 */
export function requireSameOrigin(request: Pick<Request, "method" | "headers">, publicUrl?: string): void {
  if (!isSameOrigin(request, publicUrl)) throw new Refused("forbidden", accessStrings.otherOrigin);
}
