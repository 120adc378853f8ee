/** A record as its lane has it. UUIDv7: ids sort by age. */
type InLane = { id: string };

/**
 * Puts two lanes, oldest first in each, into one row: the oldest comes first, except that no grave one follows another
 * while something gentle is left.
 *
 * @param afterGrave whether what went before was grave
 */
export function interleave<T extends InLane>(
  { grave, gentle }: { grave: readonly T[]; gentle: readonly T[] },
  afterGrave: boolean,
): T[] {
  const row: T[] = [];
  let [graves, gentles, wasGrave] = [0, 0, afterGrave];
  while (graves < grave.length || gentles < gentle.length) {
    const [harsh, mild] = [grave[graves], gentle[gentles]];
    wasGrave = mild === undefined || (harsh !== undefined && !wasGrave && harsh.id < mild.id);
    const next = wasGrave ? harsh : mild;
    if (next) row.push(next);
    if (wasGrave) graves += 1;
    else gentles += 1;
  }
  return row;
}
