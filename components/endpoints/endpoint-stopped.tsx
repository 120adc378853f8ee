import { Notice } from "#components/ui/notice.tsx";
import { Time } from "#components/ui/time.tsx";
import type { EndpointView } from "#lib/domain/endpoint/view.ts";
import { endpointPageStrings as strings } from "#lib/domain/strings/endpoint-pages.ts";

/** Why an endpoint does not serve, what waits for it, and what mends it. */
export function EndpointStopped({ endpoint }: { endpoint: EndpointView }) {
  const { state, stoppedReason, stoppedAt, live } = endpoint;
  const waits = live.waiting > 0 ? strings.waiting(live.waiting) : null;
  if (state === "stopped") {
    return (
      <Notice
        tone="bad"
        className="mb-6"
        title={stoppedReason ? strings.stoppedReason[stoppedReason] : undefined}
      >
        {waits} {stoppedAt ? <Time value={stoppedAt} format="relative" /> : null}
      </Notice>
    );
  }
  if (live.openUntil === null) return null;
  return (
    <Notice tone="warn" className="mb-6">
      {strings.openUntil} <Time value={live.openUntil} format="seconds" />. {waits}
    </Notice>
  );
}
