import type { Fault } from "#lib/domain/deliberation/fault.ts";
import type { Subject } from "#lib/domain/deliberation/subject.ts";
import type { Turn } from "#lib/domain/deliberation/turn.ts";
import type { RunAtHand } from "./runs-at-hand.ts";

/**
 * Why a worker lets go of a deliberation before its end: `paused` and `stopping` let the call in flight end first,
 * `cancelled` cuts it, and with `lost` (another worker took over) nothing more may be written.
 */
export type Leaving = "paused" | "stopping" | "cancelled" | "lost";

/**
 * A deliberation in the hands of this worker: what is stored of it, and what the loop needs beside. Times are those of
 * `performance.now()`, reckoned from the database's clock when it was claimed.
 */
export type Held = {
  id: string;
  /** Only who holds the newest may append. */
  fence: number;
  run: RunAtHand;
  priority: number;
  subject: Subject;
  turns: Turn[];
  /** Attempts for the turn that is due which gave none, since a person last pressed *Retry*. */
  faults: Fault[];
  /** How many attempts were made for the turn that is due, retried or not. */
  attempts: number;
  /** Input and output of all attempts since the last *Retry*. */
  tokens: number;
  /** What the attempts stored under this lease cost. */
  spent: number;
  /** When the deadline began to run, and when the last attempt ended. */
  begun: number;
  lastAttemptEnded: number;
  /** `ready` to ask or waiting for a permit, in a `call`, `resting` between attempts, or `ending`. */
  at: "ready" | "calling" | "resting" | "ending";
  leaving: Leaving | null;
  /** Fires with the first `leaving`: ends waits. */
  leave: AbortController;
  /** Fires when the call in flight is not to be waited for. */
  cut: AbortController;
};

/** Tells a deliberation to be let go. A later, stronger reason replaces an earlier one. */
export function letGo(held: Held, why: Leaving): void {
  if (held.leaving === "lost") return;
  held.leaving = why;
  held.leave.abort();
  if (why === "cancelled" || why === "lost") held.cut.abort();
}
