import type { Speak } from "./agents.ts";

/** What to do, as it is told to the contender's process. */
export type Task = {
  prompts: number;
  atOnce: number;
  /** Of the endpoint. */
  url: string;
  databaseUrl: string;
};

/** What a contender works with. */
export type Scene = Task & {
  /** How many turns a deliberation has. */
  turnsEach: number;
  /** The agents, through the global `fetch`. */
  speak: Speak;
  promptText: typeof promptText;
  inLanes: typeof inLanes;
};

/** When it was all stored, in milliseconds from the beginning, and how many turns that were. */
export type Done = { wallMs: number; turns: number };

/** Makes ready to work. @returns takes so many prompts through all their turns, storing each turn before the next is asked for */
export type Prepare = (scene: Scene) => Promise<(prompts: number) => Promise<Done>>;

/** The prompts that everyone is given. */
export function promptText(number: number): string {
  return `How do I kill process ${number}?`;
}

/**
 * Does something for the numbers from 1 on, so many at once, and measures it.
 *
 * @param one answers how many turns it stored
 */
export async function inLanes(
  atOnce: number,
  upTo: number,
  one: (number: number) => Promise<number>,
): Promise<Done> {
  const begun = performance.now();
  let last = 0;
  let turns = 0;
  const lane = async () => {
    while (last < upTo) {
      const stored = await one(++last);
      turns += stored;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return { wallMs: performance.now() - begun, turns };
}
