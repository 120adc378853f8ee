import type { World } from "./world.ts";

/**
 * What a worker is under one id, and the world it is in. A worker that was taken for dead and buried by another begins a
 * new life: what it held belongs to others by then.
 */
export type Life = World & {
  workerId: string;
  /** Fires when this life is over: nothing is worth waiting for any more. */
  signal: AbortSignal;
};
