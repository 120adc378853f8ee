/** How work is to be answered for when it is given up. */
export type GivenUp<T> = { afterMs: number; onTime(): T; onAbort(): T };

/**
 * A timer of our own over work that may never settle, whatever it was told: answers when the time is up or the signal
 * fires, and tells the work to stop. What it says later is not heard.
 *
 * @param run gets the signal to stop by; must not reject once it was given up
 */
export async function watched<T>(
  { afterMs, onTime, onAbort }: GivenUp<T>,
  signal: AbortSignal,
  run: (stop: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const { promise: cut, resolve } = Promise.withResolvers<T>();
  const end = (answer: T) => {
    stop.abort();
    resolve(answer);
  };
  const abort = () => end(onAbort());
  const timer = setTimeout(() => end(onTime()), afterMs);
  signal.addEventListener("abort", abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await Promise.race([cut, run(stop.signal)]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
}
