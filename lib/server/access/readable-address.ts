import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";

/** Whether an address can name anything that is stored: no text there holds the character NUL. */
export function isReadableAddress(url: string): boolean {
  return !/%00/i.test(url);
}

/**
 * The same for route handlers that `proxy.ts` leaves out.
 *
 * @throws Refused `invalid`
 */
export function requireReadableAddress(url: string): void {
  if (!isReadableAddress(url)) throw new Refused("invalid", accessStrings.unreadableAddress);
}
