"use client";

import { CodeBlock } from "#components/ui/code-block.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { AttemptView, TurnView } from "#lib/domain/deliberation/view.ts";
import { formatCost } from "#lib/domain/run/format.ts";
import { deliberationPageStrings as strings } from "#lib/domain/strings/deliberation-page.ts";

/** The attempts behind a turn and what the model really sent, one click away. */
export function TurnDetails({ view }: { view: TurnView }) {
  return (
    <Dialog
      title={strings.detailsOf(view.name)}
      trigger={
        <button type="button" className="text-ink-3 underline-offset-2 hover:text-ink hover:underline">
          {strings.details}
        </button>
      }
    >
      <h3 className="font-semibold text-ink-3 text-xs">{strings.attemptsTitle}</h3>
      <Attempts attempts={view.attempts} />
      {view.request ? (
        <p className="mt-2 break-words text-ink-3 text-xs">
          {strings.request(view.request.templateVersion, view.request.seed)}{" "}
          <span className="break-all font-mono">{view.request.hash}</span>
        </p>
      ) : null}
      <h3 className="mt-4 font-semibold text-ink-3 text-xs">{strings.rawTitle}</h3>
      {view.turn === null ? (
        <p className="text-ink-2 text-sm">{strings.erased}</p>
      ) : (
        <>
          {view.raw === null ? <p className="text-ink-2 text-sm">{strings.rawIsReply}</p> : null}
          <CodeBlock code={view.raw ?? JSON.stringify(view.turn.reply, null, 2)} />
        </>
      )}
    </Dialog>
  );
}

/** LLM calls in order: what came of each, how long it took and what it cost. */
export function Attempts({ attempts }: { attempts: readonly AttemptView[] }) {
  return (
    <ol className="mt-1 divide-y divide-line border-line border-y text-[13px]">
      {attempts.map((attempt) => (
        <li key={attempt.n} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-1.5">
          <span className="text-ink-3 tabular-nums">{attempt.n}</span>
          <span className={attempt.fault ? "font-medium text-warn" : "font-medium text-ok"}>
            {attempt.fault ? strings.fault[attempt.fault] : strings.accepted}
          </span>
          <span className="text-ink-2">
            {attempt.endpoint} · {attempt.model}
          </span>
          <span className="ml-auto flex gap-3 text-ink-2 tabular-nums">
            <span>
              {attempt.tokensIn === null
                ? strings.noUsage
                : `${attempt.tokensIn.toLocaleString("en")} → ${strings.tokens(attempt.tokensOut ?? 0)}`}
            </span>
            <span>{formatCost(attempt.costMicros)}</span>
            <span>{(attempt.latencyMs / 1000).toFixed(1)} s</span>
          </span>
          {attempt.faultDetail || attempt.retryAfterMs ? (
            <p className="w-full text-ink-2">
              {attempt.faultDetail}{" "}
              {attempt.retryAfterMs ? strings.retryAfter(attempt.retryAfterMs / 1000) : null}
            </p>
          ) : null}
          {attempt.warnings.map((warning) => (
            <p key={warning} className="w-full text-ink-2">
              {warning}
            </p>
          ))}
          {attempt.raw ? (
            <div className="w-full">
              <CodeBlock code={attempt.raw} />
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
