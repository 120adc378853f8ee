/** A pause of so many minutes is a break, whether it was suggested or not. */
const pauseMinutes = 5;
const place = "colloquy.reading";

type Reading = { seconds: number; at: number };

/** Adds to how long somebody has been reading in this browser without a break. */
export function noteReading(seconds: number): void {
  write({ seconds: sinceBreak() + seconds, at: Date.now() });
}

/** Seconds of reading since the last break. */
export function sinceBreak(): number {
  const { seconds, at } = read();
  return Date.now() - at > pauseMinutes * 60_000 ? 0 : seconds;
}

/** Begins to count anew, from so many seconds. */
export function beginReading(seconds = 0): void {
  write({ seconds, at: Date.now() });
}

function read(): Reading {
  try {
    const { seconds, at } = JSON.parse(localStorage.getItem(place) ?? "{}");
    return { seconds: Number(seconds) || 0, at: Number(at) || 0 };
  } catch {
    return { seconds: 0, at: 0 };
  }
}

/** Where the browser keeps nothing, no break is suggested. */
function write(reading: Reading): void {
  try {
    localStorage.setItem(place, JSON.stringify(reading));
  } catch {}
}
