"use client";

import { useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { RunOptions } from "#lib/domain/run/options.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";

/** One endpoint for everyone, or one per role. */
export function RoleEndpoints({
  roles,
  endpoints,
}: {
  roles: RunOptions["recipes"][number]["roles"];
  endpoints: RunOptions["endpoints"];
}) {
  const [perRole, setPerRole] = useState(false);
  const choices = endpoints.map((endpoint) => ({
    value: endpoint.id,
    label: [
      `${endpoint.name} · ${endpoint.model}`,
      endpoint.synthetic ? strings.synthetic : "",
      endpoint.stopped ? strings.stoppedEndpoint : "",
    ]
      .filter(Boolean)
      .join(" · "),
  }));
  return (
    <fieldset className="grid gap-3">
      <legend className="sr-only">{strings.roles}</legend>
      {perRole ? (
        roles.map((role) => (
          <Field key={role.key} label={role.name} name={`role.${role.key}`}>
            <Select name={`role.${role.key}`} options={choices} />
          </Field>
        ))
      ) : (
        <Field label={strings.endpointForAll} name="endpoint">
          <Select name="endpoint" options={choices} />
        </Field>
      )}
      {roles.length > 1 ? (
        <label className="flex items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={perRole}
            onChange={(event) => setPerRole(event.target.checked)}
            className="size-4 accent-(--accent)"
          />
          {strings.perRole}
        </label>
      ) : null}
    </fieldset>
  );
}
