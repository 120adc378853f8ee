import { log } from "#lib/server/log.ts";
import { saidChannel } from "#lib/server/worker/hints.ts";
import { listen } from "#lib/server/worker/listen.ts";

/** Something that pages look at while it changes. */
export type Topic<Value> = {
  /** Equal keys are looked at once for all listeners. */
  key: string;
  /** A cheap look: two equal versions are the same value. */
  version(): Promise<string>;
  load(): Promise<Value>;
};

/** A page that is open somewhere. */
export type Listener<Value> = {
  /** The version it has; null for none. */
  seen: string | null;
  /** Asked before every look: a person who was signed out or lost a role hears nothing more. */
  mayListen(): Promise<boolean>;
  /** @returns false if it cannot take more at this moment */
  send(version: string, value: Value): boolean;
  /** Called about every fifteen seconds without news, so that what lies between does not close the connection. */
  keepAlive(): void;
  close(): void;
};

/** How often to look without a hint, how soon after one, and how many looks without news make a sign of life. */
const everyMs = 1_000;
const soonMs = 100;
const quietLooks = 15;

type Watched = { topic: Topic<unknown>; listeners: Set<Listener<unknown>>; quiet: number };

type Poller = {
  watched: Map<string, Watched>;
  timer: NodeJS.Timeout | null;
  dueAt: number;
  silence: (() => Promise<void>) | null;
  isLooking: boolean;
};

// Each route's code is loaded apart from the others'; the process is what they share.
const shared = globalThis as typeof globalThis & { colloquyPoller?: Poller };
shared.colloquyPoller ??= { watched: new Map(), timer: null, dueAt: 0, silence: null, isLooking: false };
const poller = shared.colloquyPoller;

/**
 * Lets a page hear whenever a topic changes. One poller looks for all pages of this process: every second, and at once
 * when a worker hints at something new. Without pages it does nothing.
 *
 * @returns stops listening
 */
export function watch<Value>(topic: Topic<Value>, listener: Listener<Value>): () => void {
  const found = poller.watched.get(topic.key) ?? { topic, listeners: new Set(), quiet: 0 };
  const one = listener as Listener<unknown>;
  found.listeners.add(one);
  poller.watched.set(topic.key, found);
  poller.silence ??= listen(saidChannel, () => schedule(soonMs));
  schedule(0);
  return () => {
    found.listeners.delete(one);
    if (found.listeners.size === 0 && poller.watched.get(topic.key) === found)
      poller.watched.delete(topic.key);
    if (poller.watched.size === 0) rest();
  };
}

function rest() {
  if (poller.timer) clearTimeout(poller.timer);
  poller.timer = null;
  void poller.silence?.();
  poller.silence = null;
}

function schedule(ms: number) {
  const at = performance.now() + ms;
  if (poller.isLooking || (poller.timer && poller.dueAt <= at)) return;
  if (poller.timer) clearTimeout(poller.timer);
  poller.dueAt = at;
  poller.timer = setTimeout(look, ms);
  poller.timer.unref();
}

async function look() {
  poller.timer = null;
  poller.isLooking = true;
  try {
    await Promise.all([...poller.watched.values()].map(lookAt));
  } finally {
    poller.isLooking = false;
    if (poller.watched.size > 0) schedule(everyMs);
  }
}

async function lookAt(watched: Watched) {
  const { topic, listeners } = watched;
  try {
    // Who joins meanwhile was let in just now and is asked at the next look.
    const asked = [...listeners];
    const allowed = await Promise.all(asked.map((one) => one.mayListen()));
    for (const [index, one] of asked.entries()) if (!allowed[index]) one.close();
    const version = await topic.version();
    const behind = [...listeners].filter((one) => one.seen !== version);
    if (behind.length > 0) {
      const value = await topic.load();
      for (const one of behind) if (one.send(version, value)) one.seen = version;
      watched.quiet = 0;
    } else if (++watched.quiet >= quietLooks) {
      watched.quiet = 0;
      for (const one of listeners) one.keepAlive();
    }
  } catch (error) {
    log.warn({ err: error, topic: topic.key }, "Could not look at what pages show live");
    // The database is away, or what was looked at is gone: pages reconnect and are answered by their route.
    for (const one of [...listeners]) one.close();
  }
}
