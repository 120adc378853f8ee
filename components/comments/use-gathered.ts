"use client";

import { useState } from "react";

type Named = { id: string };

/**
 * All that was loaded of a list so far, oldest first: what was asked for besides, and what a newer load of its end no longer
 * reaches, stays.
 *
 * @param newest what the page was loaded with last
 * @returns the list, and how more is added to it
 */
export function useGathered<T extends Named>(
  newest: readonly T[],
): [readonly T[], (more: readonly T[]) => void] {
  const [gathered, setGathered] = useState({ newest, all: newest });
  const current = gathered.newest === newest ? gathered : { newest, all: merged(gathered.all, newest) };
  if (current !== gathered) setGathered(current);
  return [current.all, (more) => setGathered(({ newest, all }) => ({ newest, all: merged(more, all) }))];
}

/** By their ids, which ascend with time; of two with one id, the later given. */
function merged<T extends Named>(some: readonly T[], others: readonly T[]): T[] {
  const byId = new Map([...some, ...others].map((one) => [one.id, one]));
  return [...byId.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}
