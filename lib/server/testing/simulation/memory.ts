import type { Outcome } from "#lib/domain/deliberation/outcome.ts";
import type { AttemptRow, TurnRow } from "#lib/server/worker/append.ts";
import type { End } from "#lib/server/worker/close.ts";
import type { Until } from "#lib/server/worker/give-back.ts";
import type { Drawn } from "#lib/server/worker/purse.ts";
import type { Claimed } from "#lib/server/worker/recall.ts";
import type { Charge } from "#lib/server/worker/watch-over.ts";

/** A deliberation as it is stored, with what hangs on it. Times are virtual. */
export type Row = {
  id: string;
  fence: number;
  workerId: string | null;
  orphanOf: string | null;
  outcome: Outcome | null;
  readyAt: number;
  /** The endpoint that must be mended first. */
  mendedFirst: string | null;
  startedAt: number | null;
  retriedAt: number | null;
  /** How often the fence had been raised since whoever wrote it took the lease. */
  turns: (TurnRow & { lateBy: number })[];
  attempts: (AttemptRow & { at: number; lateBy: number })[];
  /** What the ended leases cost. */
  counted: number;
  endings: number;
  retries: number;
};

/** What was taken over, and from whom. */
export type Taken = { claimed: Claimed; deadId: string | null };

type Worker = { beatAt: number; isStopped: boolean; isUnlocked(): boolean };
export type Status = "running" | "paused" | "cancelled";

/** What a store leaves out, so that a test can show that it would notice. */
export type Fault = "none" | "no_fence";

export const runId = "run";

/** A revision for judges, by one thought; other kinds do not look at it. */
const judged = (text: string) => ({
  thoughts: [{ id: "t1.1", text, clauses: ["5.1"], author: { kind: "agent" } }],
  response: "Press Ctrl+C.",
  disposition: "comply",
});
const deadAfterMs = 3_500;

/**
 * A database in memory that does what the statements and triggers of the worker do. Each method is one transaction, as
 * seen by those who come after it.
 */
export class Memory {
  readonly rows: Map<string, Row>;
  readonly workers = new Map<string, Worker>();
  readonly wallets = new Map<string, number>();
  readonly stoppedEndpoints = new Set<string>();
  readonly cap: number;
  readonly #now: () => number;
  readonly #fault: Fault;
  status: Status = "running";
  resumedAt: number | null = null;
  held = 0;

  constructor(ids: readonly string[], cap: number, now: () => number, fault: Fault) {
    this.cap = cap;
    this.#now = now;
    this.#fault = fault;
    const blank = {
      fence: 0,
      workerId: null,
      orphanOf: null,
      outcome: null,
      readyAt: 0,
      mendedFirst: null,
      startedAt: null,
    };
    const none = { retriedAt: null, counted: 0, endings: 0, retries: 0 };
    this.rows = new Map(ids.map((id) => [id, { id, ...blank, ...none, turns: [], attempts: [] }]));
  }

  append(id: string, fence: number, attempt: AttemptRow, said: TurnRow | null): boolean {
    const row = this.#row(id);
    const checks = this.#fault === "none";
    if (checks && (row.fence !== fence || row.outcome !== null)) return false;
    if (checks && row.attempts.some(({ seq, n }) => seq === attempt.seq && n === attempt.n)) return true;
    row.attempts.push({ ...attempt, at: this.#now(), lateBy: row.fence - fence });
    if (said) row.turns.push({ ...said, lateBy: row.fence - fence });
    return true;
  }

  close(workerId: string, id: string, fence: number, { outcome }: End): boolean {
    const row = this.#row(id);
    if (row.fence !== fence || row.workerId !== workerId || row.outcome !== null) return false;
    if (outcome === "cancelled" && this.status !== "cancelled") return false;
    this.#endLease(row);
    this.#end(row, outcome);
    return true;
  }

  giveBack(workerId: string, id: string, fence: number, until: Until): boolean {
    const row = this.#row(id);
    if (row.fence !== fence || row.workerId !== workerId || row.outcome !== null) return false;
    if (this.status === "cancelled") return false;
    this.#endLease(row);
    row.readyAt =
      this.#now() + (until.kind === "ms" ? until.ms : until.kind === "now" ? 0 : until.deadlineMs);
    row.mendedFirst = until.kind === "mended" ? until.endpointId : null;
    if (row.mendedFirst && !this.stoppedEndpoints.has(row.mendedFirst)) row.readyAt = this.#now() + 1_000;
    return true;
  }

  claim(workerId: string, n: number): Claimed[] {
    if (this.status !== "running") return [];
    const due = [...this.rows.values()].filter(
      (row) => row.outcome === null && row.workerId === null && row.readyAt <= this.#now(),
    );
    return due.slice(0, n).map((row) => this.#give(row, workerId));
  }

  appendLost(
    workerId: string,
    id: string,
    fence: number,
    attempt: AttemptRow | null,
    deadId: string,
  ): number | null {
    const row = this.#row(id);
    if (row.fence !== fence || row.outcome !== null || row.orphanOf !== deadId) return null;
    row.orphanOf = null;
    if (attempt === null) return 0;
    const theirs = this.wallets.get(deadId) ?? 0;
    const costMicros = theirs >= attempt.costMicros ? attempt.costMicros : 0;
    row.attempts.push({ ...attempt, costMicros, at: this.#now(), lateBy: 0 });
    if (costMicros === 0) return 0;
    this.wallets.set(deadId, theirs - costMicros);
    this.wallets.set(workerId, (this.wallets.get(workerId) ?? 0) + costMicros);
    return costMicros;
  }

  claimStray(workerId: string, { id, fence }: Charge): Taken[] {
    const row = this.#row(id);
    if (row.fence !== fence || row.workerId !== workerId || row.outcome !== null) return [];
    return [{ claimed: this.#give(row, workerId), deadId: row.orphanOf }];
  }

  claimFromDead(workerId: string): Taken[] {
    return [...this.rows.values()].flatMap((row) => {
      const owner = row.workerId;
      if (row.outcome !== null || owner === null || !this.workers.get(owner)?.isStopped) return [];
      this.#endLease(row);
      row.orphanOf ??= owner;
      return [{ claimed: this.#give(row, workerId), deadId: row.orphanOf }];
    });
  }

  chargesOf(workerId: string): Charge[] {
    return [...this.rows.values()]
      .filter((row) => row.workerId === workerId && row.outcome === null)
      .map(({ id, fence }) => ({ id, fence, status: this.status }));
  }

  beat(workerId: string): boolean {
    const worker = this.workers.get(workerId);
    if (!worker || worker.isStopped) return false;
    worker.beatAt = this.#now();
    return true;
  }

  buryTheDead(workerId: string): void {
    for (const [id, worker] of this.workers) {
      const isSilent = worker.beatAt < this.#now() - deadAfterMs;
      if (id !== workerId && (isSilent || worker.isUnlocked())) worker.isStopped = true;
    }
  }

  settleTheDead(): void {
    for (const [owner, micros] of this.wallets) {
      if (!this.workers.get(owner)?.isStopped || this.chargesOf(owner).length > 0) continue;
      if ([...this.rows.values()].some((row) => row.orphanOf === owner && row.outcome === null)) continue;
      this.wallets.delete(owner);
      this.held -= micros;
    }
  }

  draw(workerId: string, least: number, most: number): Drawn {
    const micros = this.held + most <= this.cap ? most : least;
    if (this.held + micros > this.cap) return "run";
    this.held += micros;
    this.wallets.set(workerId, (this.wallets.get(workerId) ?? 0) + micros);
    return { micros };
  }

  giveBackWallet(workerId: string): void {
    if (this.chargesOf(workerId).length > 0) return;
    this.held -= this.wallets.get(workerId) ?? 0;
    this.wallets.delete(workerId);
  }

  mend(endpointId: string): void {
    this.stoppedEndpoints.delete(endpointId);
    for (const row of this.rows.values()) if (row.mendedFirst === endpointId) row.readyAt = this.#now();
  }

  /** What a button does; one that does not apply does nothing. */
  press(button: "pause" | "resume" | "cancel" | "retry"): void {
    const open = [...this.rows.values()].filter((row) => row.outcome === null);
    if (button === "pause" && this.status === "running" && open.length > 0) this.status = "paused";
    if (button === "resume" && this.status === "paused") {
      this.status = "running";
      this.resumedAt = this.#now();
    }
    if (button === "cancel" && this.status !== "cancelled" && open.length > 0) {
      this.status = "cancelled";
      for (const row of open.filter(({ workerId }) => workerId === null)) {
        row.fence += 1;
        this.#end(row, "cancelled");
      }
    }
    if (button === "retry") {
      const failed = [...this.rows.values()].filter(
        ({ outcome }) => outcome !== null && !["consensus", "rounds_spent", "completed"].includes(outcome),
      );
      if (failed.length > 0 && this.status === "cancelled") this.status = "running";
      for (const row of failed) {
        row.outcome = null;
        row.fence += 1;
        row.retries += 1;
        row.readyAt = this.#now();
        row.retriedAt = this.#now();
        row.mendedFirst = null;
      }
    }
  }

  #row(id: string): Row {
    const row = this.rows.get(id);
    if (!row) throw new Error(`There is no deliberation ${id}.`);
    return row;
  }

  #give(row: Row, workerId: string): Claimed {
    const now = this.#now();
    row.workerId = workerId;
    row.fence += 1;
    row.startedAt ??= now;
    const begun = Math.max(row.startedAt, row.retriedAt ?? 0, this.resumedAt ?? 0);
    return {
      id: row.id,
      runId,
      runStatus: this.status,
      fence: row.fence,
      priority: 0,
      messages: [{ role: "user", content: "How do I kill a process?" }],
      begunAgo: now - begun,
      judged: judged("Nobody is harmed by it."),
      rival: judged("The word is a usual one."),
      retriedAgo: row.retriedAt === null ? null : now - row.retriedAt,
    };
  }

  #endLease(row: Row): void {
    const cost = row.attempts.reduce((sum, { costMicros }) => sum + costMicros, 0);
    const owner = row.workerId ?? "";
    const theirs = this.wallets.get(owner);
    if (theirs !== undefined) this.wallets.set(owner, theirs - (cost - row.counted));
    else this.held += cost - row.counted;
    row.counted = cost;
    row.workerId = null;
  }

  #end(row: Row, outcome: Outcome): void {
    row.outcome = outcome;
    row.endings += 1;
  }
}
