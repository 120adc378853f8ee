import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

const header = "x-forwarded-for";

/**
 * Notes where a request came from, as every proxy does: appends the address of its connection to
 * `X-Forwarded-For`. The web server does so first of all, so that the last address is one nobody can make up.
 */
export function noteAddress(request: Pick<IncomingMessage, "headers" | "socket">): void {
  const claimed = [request.headers[header] ?? []].flat();
  request.headers[header] = [...claimed, request.socket.remoteAddress ?? "unknown"].join(", ");
}

/**
 * The network address that a request came from, as far as it can be believed. Anyone can send
 * `X-Forwarded-For`; what counts is the address noted by us, or by the outermost proxy of our own.
 *
 * @param proxies how many proxies of our own stand in front and append to `X-Forwarded-For`
 */
export function clientAddress(requestHeaders: Headers, proxies: number): string {
  const hops = (requestHeaders.get(header) ?? "").split(",").map((hop) => hop.trim());
  return networkOf(hops.at(-1 - proxies) || "unknown");
}

/** Of an IPv6 address the first half: the other half is the client's to change at will. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] || !isIPv6(address)) return mapped?.[1] ?? address;
  const [start = "", end = ""] = address.toLowerCase().split("::");
  const [left, right] = [start, end].map((part) => part.split(":").filter(Boolean));
  const missing = 8 - (left?.length ?? 0) - (right?.length ?? 0);
  return [...(left ?? []), ...Array(missing).fill("0"), ...(right ?? [])].slice(0, 4).join(":");
}
