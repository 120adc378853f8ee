/** A clause number as people write it: `5.2` is the second clause of policy 5. */
export type ClauseNumber = { policy: number; clause: number };

/** The parts of `5.2`, or `null` where the text is no clause number. */
export function parseClauseNumber(text: string): ClauseNumber | null {
  const parts = /^(\d{1,4})\.(\d{1,4})$/.exec(text);
  return parts ? { policy: Number(parts[1]), clause: Number(parts[2]) } : null;
}

/** The opposite of `parseClauseNumber`. */
export function formatClauseNumber({ policy, clause }: ClauseNumber): string {
  return `${policy}.${clause}`;
}

/**
 * The number for a clause that is to be added.
 *
 * @param lastGiven the highest clause number the policy ever gave
 * @param drafted numbers in the draft; those of other policies do not count
 */
export function nextClauseNumber(policy: number, lastGiven: number, drafted: readonly string[]): string {
  const own = drafted.map(parseClauseNumber).filter((number) => number?.policy === policy);
  return formatClauseNumber({
    policy,
    clause: Math.max(lastGiven, ...own.map((number) => number?.clause ?? 0)) + 1,
  });
}
