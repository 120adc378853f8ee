import { db } from "#lib/server/database/client.ts";
import type { FakeCall } from "./fake-endpoint.ts";

/** What the database and the endpoint's own ledger disagree about; all zero if nothing was lost or doubled. */
export type Discrepancies = {
  /** Turns that later requests were built on and that are not stored as they were. */
  lost: number;
  /** Turns stored twice for one place. */
  doubled: number;
  /** Stored turns that the endpoint never said. */
  invented: number;
};

/**
 * Holds the stored turns of all runs that an endpoint served against what it said and was told. The database never judges itself: a turn that
 * stands in a later request was acknowledged to the worker, so it must be there, once, with the same words.
 */
export async function compare(
  runs: string | readonly string[],
  calls: readonly FakeCall[],
): Promise<Discrepancies> {
  const turns = await db.turn.findMany({
    where: { deliberation: { runId: { in: [runs].flat() } } },
    select: {
      deliberationId: true,
      seq: true,
      reply: true,
      deliberation: { select: { prompt: { select: { text: true } } } },
    },
  });
  const said = new Set(calls.map(({ mark }) => mark));
  const stored = new Map<string, Set<string>>();
  const places = new Set<string>();
  let doubled = 0;
  let invented = 0;
  for (const { deliberationId, seq, reply, deliberation } of turns) {
    const place = `${deliberationId} ${seq}`;
    if (places.has(place)) doubled += 1;
    places.add(place);
    const marks = marksIn(JSON.stringify(reply));
    if (!marks.some((mark) => said.has(mark))) invented += 1;
    const prompt = deliberation.prompt.text;
    stored.set(prompt, (stored.get(prompt) ?? new Set()).union(new Set(marks)));
  }
  const builtOn = calls.flatMap(({ prompt, thoughts }) =>
    marksIn(JSON.stringify(thoughts)).map((mark) => ({ prompt, mark })),
  );
  const lost = new Set(
    builtOn.filter(({ prompt, mark }) => !stored.get(prompt)?.has(mark)).map(({ mark }) => mark),
  );
  return { lost: lost.size, doubled, invented };
}

function marksIn(text: string): string[] {
  return text.match(/\(m\d+\)/g) ?? [];
}
