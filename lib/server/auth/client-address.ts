/**
 * The network address that a request came from, as far as it can be believed.
 *
 * Anyone can send `X-Forwarded-For`, so it says nothing unless proxies of our own append to it: then the
 * address that the outermost of them saw is the one that many places from the right. Without such proxies
 * all requests count as coming from one place.
 *
 * @param proxies how many proxies of our own stand in front and append to `X-Forwarded-For`
 */
export function clientAddress(requestHeaders: Headers, proxies: number): string {
  if (proxies < 1) return "anywhere";
  const hops = (requestHeaders.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  return hops.at(-proxies) || "anywhere";
}
