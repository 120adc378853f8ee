"use client";

import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import { Time } from "#components/ui/time.tsx";
import type { EndpointTest } from "#lib/domain/endpoint/view.ts";
import { formatCost, formatSpan } from "#lib/domain/run/format.ts";
import { endpointPageStrings as strings } from "#lib/domain/strings/endpoint-pages.ts";

/** One real call on demand, and what the last one found. */
export function TestPanel({
  endpointId,
  last,
  test,
}: {
  endpointId: string;
  last: EndpointTest | null;
  test: ServerAction<{ id: string }, EndpointTest>;
}) {
  const { run, busy, refusal } = useAction(test);
  return (
    <Section
      title={strings.testTitle}
      action={
        <Button size="sm" variant="primary" busy={busy} onClick={() => run({ id: endpointId })}>
          {strings.test}
        </Button>
      }
    >
      <p className="mb-3 text-ink-2 text-sm">{strings.testText}</p>
      <div aria-live="polite" className="space-y-3">
        {refusal ? <Notice tone="bad">{refusal.message}</Notice> : null}
        {last === null ? (
          <p className="text-ink-2 text-sm">{strings.testNone}</p>
        ) : (
          <TestResult test={last} />
        )}
      </div>
    </Section>
  );
}

function TestResult({ test }: { test: EndpointTest }) {
  return (
    <>
      <Notice tone={test.ok ? "ok" : "bad"} title={test.ok ? strings.testOk : strings.testFailed}>
        {test.fault ? `${test.fault.sentence} ` : null}
        <span className="text-ink-3">
          {strings.at} <Time value={test.at} format="relative" />
        </span>
      </Notice>
      <StatRow>
        <Stat label={strings.latency} value={formatSpan(test.latencyMs)} />
        <Stat
          label={strings.tokens}
          value={
            test.tokensIn === null
              ? strings.notReported
              : `${test.tokensIn.toLocaleString("en")} → ${(test.tokensOut ?? 0).toLocaleString("en")}`
          }
        />
        <Stat label={strings.cost} value={formatCost(test.costMicros)} />
        <Stat
          label={strings.structured}
          value={<span className="text-base">{strings.structuredResult[test.structuredOutput]}</span>}
          tone={test.structuredOutput === "fails" ? "bad" : undefined}
        />
        <Stat
          label={strings.answeredAs}
          value={<span className="break-all font-mono text-sm">{test.model ?? strings.notReported}</span>}
        />
      </StatRow>
    </>
  );
}
