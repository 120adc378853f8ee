"use client";

import type { ChartColour } from "#components/charts/chart-colour.ts";
import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { ShareBar } from "#components/charts/share-bar.tsx";
import { type Coverage, type CoverageGroup, coverageGroups } from "#lib/domain/insights/coverage.ts";
import { coverageStrings as strings } from "#lib/domain/strings/coverage.ts";
import { percent } from "#lib/domain/strings/words.ts";
import { EstimateChart } from "./estimate-chart.tsx";

const colours: Record<CoverageGroup, ChartColour> = {
  waiting: "accent",
  disputed: "warn",
  approved: "ok",
  rejected: "bad",
  other: "neutral",
};

type CoveragePlotsProps = { policies: readonly Coverage[]; titles: Readonly<Record<string, string>> };

/** What became of records, and how reviewers agreed, by policy. */
export function CoveragePlots({ policies, titles }: CoveragePlotsProps) {
  const named = policies.map((policy) => ({
    ...policy,
    name: strings.policy(policy.number, titles[policy.number] ?? ""),
  }));
  const most = Math.max(1, ...policies.map(({ records }) => records));
  const { what, share, interval, n } = strings.columnsOf;
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-9 xl:grid-cols-2">
      <ChartFrame
        title={strings.byPolicy}
        summary={strings.byPolicySummary}
        columns={[what, ...coverageGroups.map((group) => strings.groups[group])]}
        rows={named.map(({ name, groups }) => [
          name,
          ...coverageGroups.map((group) => groups[group].toLocaleString("en")),
        ])}
      >
        <div className="grid gap-3">
          {named.map(({ number, name, groups }) => (
            <div key={number}>
              <p className="mb-1 text-sm text-ink-2">{name}</p>
              <ShareBar
                label={name}
                total={most}
                shares={coverageGroups.map((group) => ({
                  label: strings.groups[group],
                  value: groups[group],
                  colour: colours[group],
                }))}
              />
            </div>
          ))}
        </div>
      </ChartFrame>
      <EstimateChart
        title={strings.alike}
        summary={strings.alikeSummary}
        columns={[what, share, interval, n]}
        estimates={named.map(({ name, alike }) => [name, alike])}
        format={percent}
      />
    </div>
  );
}
