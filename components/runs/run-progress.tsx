"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useLive } from "#components/live/use-live.ts";
import { OutcomeBar } from "#components/runs/outcome-bar.tsx";
import { type RunControlActions, RunControls } from "#components/runs/run-controls.tsx";
import { RunStatus } from "#components/runs/run-status.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { gaveThoughts, outcomes } from "#lib/domain/deliberation/outcome.ts";
import type { RunEstimate } from "#lib/domain/recipe/estimate.ts";
import { formatAmount, formatCost, formatRange, formatSpan } from "#lib/domain/run/format.ts";
import type { RunProgress as Figures } from "#lib/domain/run/view.ts";
import { runStrings } from "#lib/domain/strings/run.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";

/** The live head of a run: what stands in its way, how far it is, and the buttons that steer it. */
export function RunProgress({
  initial,
  streamUrl,
  runId,
  estimate,
  actions,
}: {
  initial: Figures;
  streamUrl: string;
  runId: string;
  /** What it was expected to take, to be held against what it takes. */
  estimate: RunEstimate | null;
  /** Null for people who only look. */
  actions: RunControlActions | null;
}) {
  const figures = useLive(isOver(initial) ? null : streamUrl, initial);
  const closed = closedIn(figures);
  useRestOfPage(initial, closed, isOver(figures));
  const failed = outcomes.reduce((sum, o) => sum + (gaveThoughts(o) ? 0 : (figures.outcomes[o] ?? 0)), 0);
  return (
    <div className="mb-8 space-y-4">
      <Obstacles figures={figures} open={figures.subjects - closed} />
      <div className="flex flex-wrap items-center gap-3">
        <RunStatus status={figures.status} />
        <span className="text-ink-2 text-sm tabular-nums">{strings.doneOf(closed, figures.subjects)}</span>
        {actions ? (
          <div className="ml-auto">
            <RunControls
              runId={runId}
              status={figures.status}
              open={figures.subjects - closed}
              failed={failed}
              actions={actions}
            />
          </div>
        ) : null}
      </div>
      {isOver(figures) ? (
        <OutcomeBar counts={figures.outcomes} subjects={figures.subjects} />
      ) : (
        <Progress label={strings.progress} value={closed} max={figures.subjects} />
      )}
      <StatRow>
        {isOver(figures) ? null : (
          <>
            <Stat label={strings.inFlight} value={figures.inFlight.toLocaleString("en")} />
            <Stat label={strings.waiting} value={figures.waiting.toLocaleString("en")} />
            <Stat
              label={strings.eta}
              value={figures.etaSeconds === null ? strings.unknown : formatSpan(figures.etaSeconds * 1000)}
            />
          </>
        )}
        <Stat
          label={strings.failed}
          value={failed.toLocaleString("en")}
          tone={failed > 0 ? "bad" : undefined}
        />
        <Stat label={strings.turns} value={figures.turns.toLocaleString("en")} />
        <Stat
          label={strings.waste}
          value={figures.turns === 0 ? strings.unknown : (figures.attempts / figures.turns).toFixed(2)}
        />
        <Stat label={strings.tokens} value={(figures.tokensIn + figures.tokensOut).toLocaleString("en")} />
        <Stat
          label={strings.cost}
          value={formatCost(figures.costMicros)}
          hint={figures.capMicros === null ? undefined : strings.ofCap(formatCost(figures.capMicros))}
        />
      </StatRow>
      {estimate ? <p className="text-ink-2 text-sm">{estimateLine(estimate)}</p> : null}
      {isOver(figures) ? null : (
        <>
          <Waits figures={figures} />
          <OutcomeBar counts={figures.outcomes} subjects={figures.subjects} />
        </>
      )}
    </div>
  );
}

function estimateLine({ total }: RunEstimate): string {
  const { tokensIn, tokensOut, costMicros } = total;
  const tokens = { low: tokensIn.low + tokensOut.low, high: tokensIn.high + tokensOut.high };
  return strings.estimated(formatRange(tokens, formatAmount), formatRange(costMicros, formatCost));
}

/** What waits for more than its turn, by why. A stopped endpoint has its own banner. */
function Waits({ figures }: { figures: Figures }) {
  const waits = figures.waitingFor.filter(({ reason }) => reason !== "endpoint_stopped");
  if (waits.length === 0) return null;
  return (
    <ul className="text-ink-2 text-sm">
      {waits.map(({ reason, n }) => (
        <li key={reason}>{strings.waits(n, runStrings.waitingFor(reason))}</li>
      ))}
    </ul>
  );
}

function waitingFor(figures: Figures, why: string): number {
  return figures.waitingFor.find(({ reason }) => reason === why)?.n ?? 0;
}

/** A cancelled run goes on changing until workers have let go of what they held. */
function isOver(figures: Figures): boolean {
  const ends = figures.status === "finished" || figures.status === "cancelled";
  return ends && closedIn(figures) === figures.subjects;
}

function closedIn({ outcomes: counts }: Figures): number {
  return outcomes.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
}

/** Banners for what stands still: no worker, a month whose money is used up, or an endpoint that stopped. */
function Obstacles({ figures, open }: { figures: Figures; open: number }) {
  if (open === 0) return null;
  return (
    <>
      {figures.workers === 0 ? (
        <Notice tone="bad" title={strings.noWorker}>
          {strings.noWorkerText}
        </Notice>
      ) : null}
      {figures.spentMonthMicros === null ? null : (
        <Notice tone="bad" title={strings.monthSpent(formatCost(figures.spentMonthMicros))}>
          {strings.monthSpentText(open)}
        </Notice>
      )}
      {figures.stoppedEndpoints.map((endpoint) => (
        <Notice
          key={endpoint.name}
          tone="bad"
          title={strings.stopped(endpoint.name)}
          action={<TextLink href="/admin/endpoints">{strings.toEndpoints}</TextLink>}
        >
          {strings.stoppedReason[endpoint.reason] ?? endpoint.reason}{" "}
          {strings.stoppedText(waitingFor(figures, "endpoint_stopped"))}
        </Notice>
      ))}
    </>
  );
}

/** The lists below come with the page: they follow the head every few seconds, and at once when the run is over. */
function useRestOfPage(initial: Figures, closed: number, over: boolean): void {
  const { refresh } = useRouter();
  const isBehind = closedIn(initial) !== closed || isOver(initial) !== over;
  useEffect(() => {
    if (!isBehind) return;
    if (over) return refresh();
    const timer = setInterval(refresh, followMs);
    return () => clearInterval(timer);
  }, [isBehind, over, refresh]);
}

const followMs = 4_000;
