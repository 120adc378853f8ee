import { Badge } from "#components/ui/badge.tsx";
import type { RunStatus as Status } from "#lib/domain/run/view.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";

const tones = {
  queued: "neutral",
  running: "accent",
  paused: "warn",
  cancelled: "neutral",
  finished: "ok",
} as const;

/** A run's status in one word. */
export function RunStatus({ status }: { status: Status }) {
  return <Badge tone={tones[status]}>{strings.status[status]}</Badge>;
}
