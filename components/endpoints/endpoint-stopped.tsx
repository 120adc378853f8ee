import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { EndpointView, WaitingRun } from "#lib/domain/endpoint/view.ts";
import { endpointPageStrings as strings } from "#lib/domain/strings/endpoint-pages.ts";

/** Why an endpoint does not serve, what waits for it, and what mends it. */
export function EndpointStopped({ endpoint }: { endpoint: EndpointView }) {
  const { state, stoppedReason, stoppedAt, live, limits } = endpoint;
  if (state === "stopped") {
    return (
      <Notice
        tone="bad"
        className="mb-6"
        title={stoppedReason ? strings.stoppedReason[stoppedReason] : undefined}
      >
        {stoppedAt ? (
          <p>
            {strings.stoppedSince} <Time value={stoppedAt} format="relative" />.
          </p>
        ) : null}
        <Waiting runs={live.waiting} />
      </Notice>
    );
  }
  if (live.isTried) {
    return (
      <Notice tone="warn" className="mb-6">
        {strings.tried}
        <Waiting runs={live.waiting} />
      </Notice>
    );
  }
  if (live.openUntil === null) {
    return live.concurrency < limits.maxConcurrent ? (
      <Notice tone="warn" className="mb-6">
        {strings.slowed(live.concurrency, limits.maxConcurrent)}
      </Notice>
    ) : null;
  }
  return (
    <Notice tone="warn" className="mb-6">
      {strings.openUntil} <Time value={live.openUntil} format="seconds" />. {strings.thenOne}
      <Waiting runs={live.waiting} />
    </Notice>
  );
}

/** More than fit into a notice are only counted. */
const shownRuns = 8;

function Waiting({ runs }: { runs: readonly WaitingRun[] }) {
  if (runs.length === 0) return null;
  const deliberations = runs.reduce((sum, { waiting }) => sum + waiting, 0);
  return (
    <>
      <p className="mt-1">{strings.waiting(deliberations, runs.length)}</p>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5">
        {runs.slice(0, shownRuns).map((run) => (
          <li key={`${run.slug} ${run.number}`}>
            {run.mayRead ? (
              <TextLink href={`/projects/${run.slug}/runs/${run.number}`}>
                {strings.runOf(run.project, run.number)}
              </TextLink>
            ) : (
              strings.runOf(run.project, run.number)
            )}{" "}
            <span className="tabular-nums">({run.waiting.toLocaleString("en")})</span>
          </li>
        ))}
        {runs.length > shownRuns ? <li>{strings.moreRuns(runs.length - shownRuns)}</li> : null}
      </ul>
    </>
  );
}
