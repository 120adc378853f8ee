import { EstimateTable } from "#components/runs/estimate-table.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { RunForecast } from "#lib/domain/run/options.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";

/** What would be spent, before anything is: by role and in all, and what that rests on. */
export function ForecastPanel({ forecast, isOld }: { forecast: RunForecast; isOld: boolean }) {
  const { estimate, problem, prompts } = forecast;
  if (problem) return <Notice tone="warn">{problem}</Notice>;
  if (!estimate || prompts === 0) return null;
  return (
    <section aria-label={strings.estimate} aria-busy={isOld} className="border-line border-t pt-5">
      <p className="mb-1 flex items-baseline gap-3 font-semibold text-ink-3 text-xs">
        {strings.estimateOf(prompts)}
        {isOld ? <span className="font-normal">{strings.estimating}</span> : null}
      </p>
      <EstimateTable estimate={estimate} />
      <p className="mt-2.5 max-w-[68ch] text-ink-3 text-xs">
        {strings.estimateBasis} {estimate.total.costMicros.high === 0 ? strings.estimateFree : null}
      </p>
    </section>
  );
}
