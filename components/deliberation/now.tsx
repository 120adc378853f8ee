import { agentHue } from "#components/deliberation/agent-hue.ts";
import { Attempts } from "#components/deliberation/turn-details.tsx";
import { Time } from "#components/ui/time.tsx";
import type { DeliberationView } from "#lib/domain/deliberation/view.ts";
import { deliberationPageStrings as strings } from "#lib/domain/strings/deliberation-page.ts";

/** What is happening at this moment, at the end of the rail: who is being asked, or what it waits for. */
export function Now({ deliberation }: { deliberation: DeliberationView }) {
  const { state, next, waitingFor, readyAt, faults } = deliberation;
  if (state === "ended") return null;
  return (
    <section aria-live="polite" className="grid grid-cols-[20px_1fr] gap-x-4 sm:grid-cols-[92px_1fr]">
      <div className="border-line border-r-2" />
      <div className="py-3.5 pl-1.5 text-sm text-ink-2">
        {state === "in_flight" && next ? (
          <p className="flex items-baseline gap-2">
            <span
              aria-hidden
              className="size-2 animate-pulse rounded-full bg-(--hue) motion-reduce:animate-none"
              style={{ "--hue": agentHue(deliberation.recipe.agents, next.role) } as React.CSSProperties}
            />
            {strings.asking(next.name)}
            <span className="text-ink-3">
              · {next.round === null ? strings.askingStage[next.stage] : strings.round(next.round)}
            </span>
          </p>
        ) : (
          <p>
            {state === "paused"
              ? strings.paused
              : waitingFor
                ? strings.waitingFor(waitingFor)
                : strings.waiting}
            {state === "waiting" && waitingFor && waitingFor !== "endpoint_stopped" ? (
              <span className="text-ink-3">
                {" "}
                {strings.nextTry} <Time value={readyAt} format="seconds" />.
              </span>
            ) : null}
          </p>
        )}
        {faults.length > 0 ? <Attempts attempts={faults} /> : null}
      </div>
    </section>
  );
}
