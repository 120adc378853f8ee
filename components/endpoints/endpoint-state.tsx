import { Badge } from "#components/ui/badge.tsx";
import { Synthetic } from "#components/ui/synthetic.tsx";
import type { EndpointRow } from "#lib/domain/endpoint/view.ts";
import { endpointPageStrings as strings } from "#lib/domain/strings/endpoint-pages.ts";

/** Whether an endpoint serves, and whether what it says is made up. */
export function EndpointState({
  endpoint,
}: {
  endpoint: Pick<EndpointRow, "state" | "archived" | "synthetic">;
}) {
  return (
    <span className="inline-flex gap-1.5">
      {endpoint.archived ? (
        <Badge>{strings.archived}</Badge>
      ) : (
        <Badge tone={endpoint.state === "ready" ? "ok" : "bad"}>{strings.state[endpoint.state]}</Badge>
      )}
      {endpoint.synthetic ? <Synthetic /> : null}
    </span>
  );
}
