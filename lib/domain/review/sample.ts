import { fraction } from "#lib/domain/deliberation/seed.ts";

/**
 * Whether a record is in the share of records that are scored. It follows from the record's id alone: the same for
 * everybody who reviews it, and nobody can pick by it.
 *
 * @param percent of a hundred records
 */
export function isSampled(recordId: string, percent: number): boolean {
  return fraction("scores", recordId) * 100 < percent;
}
