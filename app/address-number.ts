import { notFound } from "next/navigation";

const number = /^[1-9]\d{0,8}$/;

/** A number in an address, such as the 12 of `/runs/12`. Anything else is a page that does not exist. */
export function addressNumber(text: string): number {
  if (!number.test(text)) notFound();
  return Number(text);
}

/** A number in a query, such as the 12 of `/runs?before=12`. Anything else says nothing. */
export function queryNumber(value: string | string[] | undefined): number | null {
  return typeof value === "string" && number.test(value) ? Number(value) : null;
}
