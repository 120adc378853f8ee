import { z } from "zod";
import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";

/**
 * An id in an address. Anything else names what does not exist.
 *
 * @throws Refused `not_found`
 */
export function addressId(text: string): string {
  if (!z.uuid().safeParse(text).success) throw new Refused("not_found", accessStrings.notFound);
  return text;
}
