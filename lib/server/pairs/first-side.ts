import { createHmac } from "node:crypto";
import type { PairSide } from "#lib/domain/pair/judge.ts";
import { secretFor } from "#lib/server/secret.ts";

/**
 * Which side stands first on a person's page: always the same for the pair and the person, and not to be told without the
 * installation's secret.
 */
export function firstSide(pairId: string, userId: string): PairSide {
  const [byte = 0] = createHmac("sha256", secretFor("order of pairs")).update(`${pairId}:${userId}`).digest();
  return byte % 2 === 0 ? "selected" : "rejected";
}
