import type { Ask } from "#lib/domain/deliberation/step.ts";
import { costAtMost } from "#lib/domain/endpoint/cost.ts";
import { endpointStrings } from "#lib/domain/strings/endpoint.ts";
import { faultOf } from "./append.ts";
import { castFor, leftOf } from "./cast.ts";
import type { Permit, Turned } from "./gate.ts";
import type { Until } from "./give-back.ts";
import type { Held } from "./held.ts";
import type { Life } from "./life.ts";
import { deadlineFor, type Prepared, prepare } from "./question.ts";
import { type Read, readAnswer, verdictOf } from "./reading.ts";
import type { CastVersion } from "./runs-at-hand.ts";
import type { Reservation } from "./wallets.ts";
import type { Called } from "./world.ts";

/** A call was made and stored; or it was put off; or the run's budget has no room for it. */
export type Attempted = { kind: "made" } | { kind: "put_off"; until: Until } | { kind: "spent" };

/** How long a call waits for its permit while it holds the lease, and how long it stays away after that. */
const patienceMs = 5_000;
const awayMs = 2_000;

/**
 * Makes one call for a turn: reserves its money, waits for its permit, asks, reads the reply, and stores the attempt with
 * the turn that it gave. No transaction is open while the call is in flight.
 */
export async function attempt(life: Life, held: Held, step: Ask): Promise<Attempted> {
  const version = castFor(held, step);
  const prepared = prepare(held, step, version);
  const money = await life.wallets.reserve(held.run.id, costAtMost(version, prepared.estimate));
  if (money === "run") return { kind: "spent" };
  if (money === "month") return { kind: "put_off", until: { kind: "ms", ms: 0, because: "month_spent" } };
  if (money === "later") return { kind: "put_off", until: { kind: "ms", ms: awayMs, because: "budget" } };

  const tokens = prepared.estimate.tokensIn + prepared.estimate.tokensOut;
  const gate = life.permits.gate(version.endpointId);
  const permit = await gate.pass(tokens, held.priority, patienceMs, held.leave.signal);
  if (permit.kind !== "permit") {
    money.settle(null);
    return { kind: "put_off", until: untilAfter(permit, version, leftOf(held, life.clock.now())) };
  }

  try {
    const { answer, heed } = await call(life, held, version, prepared, permit);
    await store(life, held, readAnswer(step, held.attempts + 1, version, prepared, answer), money);
    await heed();
    return { kind: "made" };
  } finally {
    // Both say nothing after they were told once: this is for what nobody thought of.
    permit.release("other", 0);
    money.settle(null);
  }
}

async function call(
  { clock, endpoints }: Life,
  held: Held,
  version: CastVersion,
  prepared: Prepared,
  permit: Permit,
): Promise<Called> {
  held.at = "calling";
  const deadlineMs = deadlineFor(held, clock.now());
  const question = { ...prepared.question, deadlineMs, depart: permit.depart };
  const { answer, heed } = await endpoints.call(version, question, held.cut.signal);
  held.at = "ready";
  const { tokensIn, tokensOut } = answer;
  permit.release(verdictOf(answer), tokensIn === null || tokensOut === null ? null : tokensIn + tokensOut);
  const isCancelled = held.leaving === "cancelled" && answer.fault === "lost";
  return { answer: isCancelled ? { ...answer, detail: endpointStrings.faults.cancelled } : answer, heed };
}

/** Stores what came of the call, and then remembers it: memory never knows more than the database. */
async function store(life: Life, held: Held, { row, said }: Read, money: Reservation): Promise<void> {
  const isStored = await life.store.append(held, row, said);
  money.settle(isStored ? row.costMicros : null);
  if (!isStored) {
    held.leaving = "lost";
    return;
  }
  held.lastAttemptEnded = life.clock.now();
  held.tokens += (row.tokensIn ?? 0) + (row.tokensOut ?? 0);
  held.spent += row.costMicros;
  if (said) {
    held.turns.push(said.turn);
    held.faults = [];
    held.attempts = 0;
  } else {
    held.attempts += 1;
    if (row.fault) held.faults.push(faultOf(row, row.fault));
  }
  life.onSaid();
}

function untilAfter(turned: Turned, { endpointId }: CastVersion, leftMs: number): Until {
  switch (turned.kind) {
    case "stopped":
      return { kind: "mended", endpointId, deadlineMs: leftMs };
    case "closed":
      return { kind: "ms", ms: Math.min(turned.ms, leftMs), because: "overloaded" };
    case "busy":
      return { kind: "ms", ms: Math.min(awayMs, leftMs), because: null };
    case "left":
      return { kind: "now" };
  }
}
