import { notFound } from "next/navigation";

/** A number in an address, such as the 12 of `/runs/12`. Anything else is a page that does not exist. */
export function addressNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) notFound();
  return Number(text);
}
