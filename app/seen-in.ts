import { z } from "zod";
import { SecondsSeen } from "#lib/domain/exposure/seen.ts";

/** Seconds for which something could be read since the last request, as a body `{seen}` says; what cannot be read says nothing. */
export async function seenIn(request: Request): Promise<number | null> {
  const body = z.object({ seen: SecondsSeen }).safeParse(await request.json().catch(() => null));
  return body.data?.seen ?? null;
}
