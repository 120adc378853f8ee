"use client";

import { useSyncExternalStore } from "react";
import { relativeTime } from "./relative-time.ts";

type TimeFormat = "datetime" | "date" | "day" | "time" | "seconds" | "relative";

type TimeProps = {
  value: Date | string;
  /** `day` is a day of the calendar, the same everywhere; `time` is 12:03, `seconds` is 12:03:05, `relative` is “3 minutes ago” with the absolute time on hover. */
  format?: TimeFormat;
};

const parts: Record<Exclude<TimeFormat, "relative">, Intl.DateTimeFormatOptions> = {
  datetime: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
  date: { day: "numeric", month: "short", year: "numeric" },
  day: { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" },
  time: { hour: "2-digit", minute: "2-digit" },
  seconds: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
};

/**
 * A point in time in the reader's own zone. The server does not know that zone, so the first paint says UTC and
 * says so; hydration sees the same text and only then changes it.
 */
export function Time({ value, format = "datetime" }: TimeProps) {
  const date = typeof value === "string" ? new Date(value) : value;
  const inBrowser = useSyncExternalStore(
    noSubscription,
    () => true,
    () => false,
  );
  const now = useSyncExternalStore(everyHalfMinute, currentHalfMinute, () => null);

  const absolute = (shape: Exclude<TimeFormat, "relative">) => {
    const options = inBrowser ? parts[shape] : { ...parts[shape], timeZone: "UTC" };
    const needsZone = !inBrowser && shape !== "date" && shape !== "day";
    return `${new Intl.DateTimeFormat("en-GB", options).format(date)}${needsZone ? " UTC" : ""}`;
  };
  const relative = now === null ? null : relativeTime(date.getTime(), now);
  const [shown, noted] =
    format === "relative"
      ? [relative ?? absolute("datetime"), absolute("datetime")]
      : [absolute(format), relative];

  return (
    <time dateTime={date.toISOString()} title={noted ?? undefined} className="whitespace-nowrap tabular-nums">
      {shown}
    </time>
  );
}

const halfMinute = 30_000;
const noSubscription = () => () => {};
/** Rounded, so that the snapshot only changes when the text may. */
const currentHalfMinute = () => Math.floor(Date.now() / halfMinute) * halfMinute;

function everyHalfMinute(onChange: () => void) {
  const timer = setInterval(onChange, halfMinute);
  return () => clearInterval(timer);
}
