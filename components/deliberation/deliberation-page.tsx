"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { Conversation } from "#components/deliberation/conversation.tsx";
import { EndCard } from "#components/deliberation/end-card.tsx";
import { JudgedPanel } from "#components/deliberation/judged-panel.tsx";
import { Now } from "#components/deliberation/now.tsx";
import { PoliciesSeen } from "#components/deliberation/policies-seen.tsx";
import { ResultPanel } from "#components/deliberation/result-panel.tsx";
import { ThoughtGrid } from "#components/deliberation/thought-grid.tsx";
import { Attempts } from "#components/deliberation/turn-details.tsx";
import { ShowTurn, turnAnchor } from "#components/deliberation/turn-link.tsx";
import { useLive } from "#components/live/use-live.ts";
import { Messages } from "#components/prompts/messages.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Synthetic } from "#components/ui/synthetic.tsx";
import { Tab, TabList, TabPanel, Tabs } from "#components/ui/tabs.tsx";
import { Time } from "#components/ui/time.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import type { DeliberationView, Noticed } from "#lib/domain/deliberation/view.ts";
import { formatCost, formatSpan } from "#lib/domain/run/format.ts";
import { deliberationPageStrings as strings } from "#lib/domain/strings/deliberation-page.ts";

/** One deliberation from prompt to end, live while it runs. */
export function DeliberationPage({
  initial,
  noticed,
  slug,
  streamUrl,
}: {
  initial: DeliberationView;
  noticed: Noticed | null;
  slug: string;
  streamUrl: string;
}) {
  const deliberation = useLive(initial.outcome === null ? streamUrl : null, initial);
  const { tab, setTab, showTurn } = useTurnInView();
  useFindingsAtTheEnd(initial, deliberation);
  const { prompt, turns } = deliberation;
  const asked = prompt.messages.at(-1)?.content ?? strings.erased;
  return (
    <div className="mx-auto max-w-[1060px]">
      <PageHeader title={asked} meta={<Facts deliberation={deliberation} />} />
      {prompt.messages.length > 1 ? (
        <div className="mb-6">
          <Messages messages={prompt.messages.slice(0, -1)} />
        </div>
      ) : null}
      {deliberation.policies ? <PoliciesSeen policies={deliberation.policies} /> : null}
      {deliberation.judged || deliberation.recipe.kind === "belief" ? (
        <>
          {deliberation.judged ? (
            <JudgedPanel judged={deliberation.judged} clauses={deliberation.clauses} slug={slug} />
          ) : null}
          <section className="mt-8" aria-label={strings.conversation}>
            <Conversation deliberation={deliberation} />
            <Now deliberation={deliberation} />
          </section>
        </>
      ) : (
        <ShowTurn value={showTurn}>
          <Tabs value={tab} onValueChange={setTab}>
            <TabList label={strings.views}>
              <Tab value="conversation">{strings.conversation}</Tab>
              <Tab value="result">{strings.result}</Tab>
              <Tab value="grid">{strings.grid}</Tab>
            </TabList>
            <TabPanel value="conversation">
              <Conversation deliberation={deliberation} />
              <Now deliberation={deliberation} />
            </TabPanel>
            <TabPanel value="result">
              <ResultPanel deliberation={deliberation} noticed={noticed} />
            </TabPanel>
            <TabPanel value="grid">
              <ThoughtGrid deliberation={deliberation} />
            </TabPanel>
          </Tabs>
        </ShowTurn>
      )}
      {turns.length > 0 || deliberation.outcome ? <EndCard deliberation={deliberation} slug={slug} /> : null}
      {deliberation.outcome !== null && deliberation.faults.length > 0 ? (
        <div className="mt-4 sm:ml-[110px]">
          <Attempts attempts={deliberation.faults} />
        </div>
      ) : null}
    </div>
  );
}

/** Which view is shown. A turn that is asked for is brought into view and into focus, in the conversation. */
function useTurnInView() {
  const [tab, setTab] = useState("conversation");
  const [asked, setAsked] = useState<{ seq: number } | null>(null);
  useEffect(() => {
    if (asked) document.getElementById(turnAnchor(asked.seq))?.focus();
  }, [asked]);
  const showTurn = useCallback((seq: number) => {
    setTab("conversation");
    setAsked({ seq });
  }, []);
  return { tab, setTab, showTurn };
}

/** The stream tells that it ended; what the checks noticed comes with the page. */
function useFindingsAtTheEnd(initial: DeliberationView, { outcome }: DeliberationView) {
  const { refresh } = useRouter();
  const hasEnded = initial.outcome === null && outcome !== null;
  useEffect(() => {
    if (hasEnded) refresh();
  }, [hasEnded, refresh]);
}

function Facts({ deliberation }: { deliberation: DeliberationView }) {
  const { recipe, totals, synthetic, outcome, finishedAt } = deliberation;
  return (
    <>
      {outcome === null ? (
        <Badge tone="accent">{strings.live}</Badge>
      ) : finishedAt ? (
        <span>
          {strings.finishedAt} <Time value={finishedAt} />
        </span>
      ) : null}
      {synthetic ? (
        <Tooltip content={strings.syntheticHint}>
          <span>
            <Synthetic />
          </span>
        </Tooltip>
      ) : null}
      <span>
        {strings.recipe}{" "}
        <b>
          {recipe.name} v{recipe.version}
        </b>
      </span>
      <span>
        {strings.turns(totals.turns)}, {strings.attempts(totals.attempts)}
      </span>
      {totals.elapsedMs === null ? null : <span>{formatSpan(totals.elapsedMs)}</span>}
      <span>{strings.tokens(totals.tokens)}</span>
      <span>{formatCost(totals.costMicros)}</span>
      {recipe.stopRule ? (
        <span>
          {strings.stopRuleName} <b>{strings.stopRule[recipe.stopRule]}</b>
        </span>
      ) : null}
    </>
  );
}
