import { openPace } from "./pace.ts";
import type { GateKeeper, Report, Share } from "./share.ts";
import { openLine, type Waiting } from "./waiting-line.ts";

/** What came of a call, for the limits: `other` says nothing about the endpoint. */
export type Verdict = "answered" | "pushed_back" | "failed" | "other";

/** Leave for one call. */
export type Permit = {
  kind: "permit";
  /**
   * Waits until its request may leave: not at all, unless it comes too late for its moment and has to take the next.
   *
   * @param signal ends the wait
   */
  depart(signal: AbortSignal): Promise<void>;
  /** @param tokens that the call really used; null counts as estimated */
  release(verdict: Verdict, tokens: number | null): void;
};

/** Why a call is not let through: stopped by someone or a fault, closed by its breaker, or merely busy. */
export type Turned =
  | { kind: "stopped" }
  | { kind: "closed"; ms: number }
  | { kind: "busy" }
  | { kind: "left" };

/** Where the calls of one worker to one endpoint pass. */
export type Gate = {
  /**
   * Waits for leave to make a call, higher priority first.
   *
   * @param tokens the most it can use
   * @param patienceMs how long to wait
   * @param signal ends the wait
   */
  pass(tokens: number, priority: number, patienceMs: number, signal: AbortSignal): Promise<Permit | Turned>;
  close(): Promise<void>;
};

/** For how long a share is leased, and how much sooner this side stops relying on it. */
const leaseMs = 3_000;
const marginMs = 500;
/** How often it is renewed, and how soon again where calls wait for more than was asked for. */
const renewEveryMs = 250;
const renewSoonMs = 25;
/** Slots asked for beyond what is needed at once, so that not every next call waits for a lease; fewer if nobody waits. */
const headroom = 8;
/** Requests and tokens asked for beyond what begins at the present pace until the next lease. */
const spare = 1.25;
/** A request that is late leaves after this time at any rate: the database may be away, and its deadline is running. */
const longestLateMs = 2_000;
/** A breaker that opens for longer than this sends calls away; for less they wait. */
const longestClosedMs = 2_000;

type Entry = Permit | Turned;

/** A gate that is open only as far as its share goes. While the database is away it closes when the lease runs out. */
export function openGate(keeper: GateKeeper): Gate {
  const line = openLine<Entry>();
  /** Calls that have begun, whose request came too late to leave. */
  const late = openLine<void>();
  const pace = openPace();
  let inUse = 0;
  let slots = 0;
  let tokensLeft: number | null = 0;
  let validUntil = 0;
  let ended = { answered: 0, pushedBack: 0, failed: 0 };
  let refund = 0;
  let asked = { wanted: 0, waiting: 0, at: Number.NEGATIVE_INFINITY };
  /** Calls that began since then, and whether slots, requests and tokens were all that was asked for. */
  let begun = 0;
  let gotSlots = true;
  let gotRequests = true;
  let gotTokens = true;
  let timer: NodeJS.Timeout | null = null;
  let timerDue = 0;
  let starting: NodeJS.Timeout | null = null;
  let leasing: Promise<void> | null = null;
  let isClosed = false;

  function pass(tokens: number, priority: number, patienceMs: number, signal: AbortSignal): Promise<Entry> {
    if (isClosed) return Promise.resolve({ kind: "left" });
    const ends = { onTime: { kind: "busy" }, onAbort: { kind: "left" } } as const;
    const entry = line.join({ tokens, priority }, patienceMs, signal, ends);
    admit();
    return entry;
  }

  /** Lets through what the share allows, in order, and sees to it that the next one comes in time. */
  function admit() {
    const now = performance.now();
    for (let next = late.first(); next && pace.isDue(now); next = late.first()) {
      pace.take();
      next.resolve();
    }
    let admitted = 0;
    for (let next = line.first(); next && isOpenFor(next, now); next = line.first()) {
      inUse += 1;
      if (tokensLeft !== null) tokensLeft -= next.tokens;
      next.resolve(permitFor(next.tokens, pace.take()));
      admitted += 1;
    }
    const { nextAt } = pace;
    if (starting) clearTimeout(starting);
    const isWaited = line.length + late.length > 0 && nextAt !== null && nextAt > now;
    starting = isWaited ? setTimeout(admit, nextAt - now) : null;
    begun += admitted;
    if (admitted > 0) keeper.onAdmitted();
    plan();
  }

  function isOpenFor({ tokens }: Waiting<Entry>, now: number): boolean {
    return (
      pace.isDue(now) && inUse < slots && now < validUntil && (tokensLeft === null || tokensLeft >= tokens)
    );
  }

  function permitFor(tokens: number, leaveBy: number): Permit {
    let isHeld = true;
    return {
      kind: "permit",
      async depart(signal) {
        if (isClosed || performance.now() <= leaveBy) return;
        const left = late.join({ tokens: 0, priority: 0 }, longestLateMs, signal, {
          onTime: undefined,
          onAbort: undefined,
        });
        admit();
        await left;
      },
      release(verdict, used) {
        if (!isHeld) return;
        isHeld = false;
        inUse -= 1;
        refund += tokens - (used ?? tokens);
        if (verdict === "answered") ended.answered += 1;
        if (verdict === "pushed_back") ended.pushedBack += 1;
        if (verdict === "failed") ended.failed += 1;
        // A single slot may be a breaker's one try: what became of it is told before another call is made.
        if (verdict === "failed" && slots === 1) slots = 0;
        admit();
      },
    };
  }

  function wanted(): number {
    return inUse + line.length + (line.length > 0 ? headroom : Math.min(headroom, Math.ceil(inUse / 4)));
  }

  /** Renews soon where more is wanted than was asked for, else at the usual pace, and not at all once nothing is needed. */
  function plan() {
    if (isClosed || leasing) return;
    if (inUse === 0 && line.length === 0 && asked.wanted === 0) return;
    const due = asked.at + (isPressing() ? renewSoonMs : renewEveryMs);
    // Asked with every call, so most often nothing has changed.
    if (timer && timerDue === due) return;
    if (timer) clearTimeout(timer);
    timerDue = due;
    timer = setTimeout(renew, Math.max(0, due - performance.now()));
  }

  function isPressing(): boolean {
    // Who is late has a slot already.
    if (gotRequests && pace.length !== null && pace.length < late.length) return true;
    const next = line.first();
    if (!next) return false;
    const lacksRequests = pace.length === 0 && gotRequests && inUse < slots;
    const lacksTokens = tokensLeft !== null && tokensLeft < next.tokens && gotTokens && inUse < slots;
    const lacksSlots = gotSlots && (wanted() > asked.wanted || line.length > asked.waiting);
    return lacksRequests || lacksTokens || lacksSlots || performance.now() >= validUntil;
  }

  function renew() {
    timer = null;
    leasing ??= leaseShare()
      .catch((error) => keeper.onTrouble(error))
      .then(() => {
        leasing = null;
        plan();
      });
  }

  async function leaseShare() {
    const at = performance.now();
    // What is enough for the next call may be used until the new share is there; the rest is of use to others now.
    if ((tokensLeft ?? 0) < (line.first()?.tokens ?? Number.POSITIVE_INFINITY)) giveTokensBack();
    const report = reportNow();
    asked = { wanted: report.wanted, waiting: line.length, at };
    begun = 0;
    const before = ended;
    ended = { answered: 0, pushedBack: 0, failed: 0 };
    refund = 0;
    // Until the new share is there a call only takes the place of one that ends: one more than was reported would be
    // counted by nobody.
    slots = report.inUse;
    try {
      const share = await keeper.lease(report, leaseMs);
      gotSlots = share.slots >= report.wanted;
      gotRequests = (share.requests ?? 0) >= report.needRequests;
      gotTokens = (share.tokens ?? 0) >= report.needTokens;
      use(share, at);
      validUntil = at + leaseMs - marginMs;
    } catch (error) {
      if (tokensLeft !== null) tokensLeft = 0;
      ended = {
        answered: ended.answered + before.answered,
        pushedBack: ended.pushedBack + before.pushedBack,
        failed: ended.failed + before.failed,
      };
      throw error;
    }
    admit();
  }

  function use(share: Share, askedAt: number) {
    slots = share.slots;
    giveTokensBack();
    tokensLeft = share.tokens;
    pace.add(share, askedAt, performance.now());
    if (share.isStopped) line.sendAway({ kind: "stopped" });
    if (share.closedMs > longestClosedMs) line.sendAway({ kind: "closed", ms: share.closedMs });
  }

  /** With the next report. */
  function giveTokensBack() {
    if (tokensLeft === null) return;
    refund += tokensLeft;
    tokensLeft = 0;
  }

  /** How many calls begin until the next lease, if they go on as since the last one. */
  function ahead(): number {
    if (line.length === 0) return 0;
    const ms = Math.max(renewSoonMs, performance.now() - asked.at);
    return Math.ceil((begun / ms) * renewEveryMs * spare);
  }

  function reportNow(): Report {
    const next = line.next(headroom * 4);
    const tokens = next.reduce((sum, one) => sum + one.tokens, 0);
    return {
      inUse,
      wanted: wanted(),
      needRequests: Math.max(0, late.length + Math.max(next.length, ahead()) - (pace.length ?? 0)),
      needTokens: tokens * Math.max(1, ahead() / (next.length || 1)),
      firstTokens: next[0]?.tokens ?? 0,
      backTokens: refund,
      ...ended,
    };
  }

  return {
    pass,
    async close() {
      isClosed = true;
      if (timer) clearTimeout(timer);
      if (starting) clearTimeout(starting);
      line.sendAway({ kind: "left" });
      late.sendAway();
      await leasing;
      giveTokensBack();
      await keeper.lease({ ...reportNow(), inUse: 0, wanted: 0 }, leaseMs).catch(keeper.onTrouble);
    },
  };
}
