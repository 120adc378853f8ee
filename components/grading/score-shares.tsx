import { ChartFrame } from "#components/charts/chart-frame.tsx";
import type { Distribution } from "#lib/domain/grading/quality-view.ts";
import { gradingStrings } from "#lib/domain/strings/grading.ts";
import { qualityStrings as strings } from "#lib/domain/strings/quality.ts";

/** From the lowest score to the highest: the more of the accent, the better. */
const strengths = [12, 30, 50, 72, 100];

/** How often judges gave each score: for each dimension a bar of one run over a bar of the other. */
export function ScoreShares({
  title,
  summary,
  distributions,
  base,
  other,
  csv,
}: {
  title: string;
  summary: string;
  distributions: readonly Distribution[];
  base: number;
  other: number;
  csv: string;
}) {
  const bars = distributions.flatMap(({ dimension, ...counts }) => [
    { label: strings.of(gradingStrings.dimension[dimension], base), counts: counts.base },
    { label: strings.of(gradingStrings.dimension[dimension], other), counts: counts.other },
  ]);
  const columns = [strings.columns.dimension, ...strengths.map((_, index) => String(index + 1))];
  return (
    <ChartFrame
      title={title}
      summary={summary}
      columns={columns}
      rows={bars.map(({ label, counts }) => [label, ...counts.map((n) => n.toLocaleString("en"))])}
      csv={csv}
    >
      <div className="grid grid-cols-[minmax(6rem,11rem)_minmax(0,1fr)] items-center gap-x-4 gap-y-1.5 text-[12.5px]">
        {bars.map(({ label, counts }) => (
          <div key={label} className="col-span-2 grid grid-cols-subgrid items-center">
            <span className="text-ink-2">{label}</span>
            <span className="flex h-3 gap-px overflow-hidden rounded-full bg-line">
              {counts.map((n, index) =>
                n === 0 ? null : (
                  <span
                    // A score is its own name.
                    key={strengths[index]}
                    style={{
                      flexGrow: n,
                      background: `color-mix(in oklab, var(--accent) ${strengths[index]}%, var(--paper))`,
                    }}
                  />
                ),
              )}
            </span>
          </div>
        ))}
        <span />
        <span className="flex gap-3 text-2xs text-ink-3">
          {strengths.map((strength, index) => (
            <span key={strength} className="flex items-center gap-1">
              <span
                className="size-2 rounded-[3px]"
                style={{ background: `color-mix(in oklab, var(--accent) ${strength}%, var(--paper))` }}
              />
              {index + 1}
            </span>
          ))}
        </span>
      </div>
    </ChartFrame>
  );
}
