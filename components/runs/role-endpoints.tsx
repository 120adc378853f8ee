"use client";

import { useState } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { RunOptions } from "#lib/domain/run/options.ts";
import { commonStrings } from "#lib/domain/strings/common.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";

/** One endpoint for everyone, or one per role; the fallback has its own in any case. */
export function RoleEndpoints({
  roles,
  fallback,
  endpoints,
  chosen,
  onChoose,
}: {
  /** Those who speak, without the fallback. */
  roles: readonly { key: string; name: string }[];
  fallback: { key: string; name: string } | null;
  endpoints: RunOptions["endpoints"];
  /** Endpoint by role key. */
  chosen: Readonly<Record<string, string>>;
  onChoose: (chosen: Record<string, string>) => void;
}) {
  const used = new Set(roles.map(({ key }) => chosen[key]));
  const [perRole, setPerRole] = useState(used.size > 1);
  const first = chosen[roles[0]?.key ?? ""] ?? "";
  const choices = endpoints.map((endpoint) => ({
    value: endpoint.id,
    label: [
      `${endpoint.name} · ${endpoint.model}`,
      endpoint.synthetic ? commonStrings.synthetic : "",
      endpoint.stopped ? strings.stoppedEndpoint : "",
    ]
      .filter(Boolean)
      .join(" · "),
  }));
  const chooseForAll = (id: string) =>
    onChoose({ ...chosen, ...Object.fromEntries(roles.map(({ key }) => [key, id])) });
  return (
    <fieldset className="grid gap-3">
      <legend className="sr-only">{strings.roles}</legend>
      {perRole ? (
        roles.map((role) => (
          <Field key={role.key} label={role.name} name={`roles.${role.key}`}>
            <Select
              value={chosen[role.key] ?? ""}
              onChange={({ target }) => onChoose({ ...chosen, [role.key]: target.value })}
              options={choices}
            />
          </Field>
        ))
      ) : (
        <Field label={strings.endpointForAll} name="endpoint">
          <Select value={first} onChange={({ target }) => chooseForAll(target.value)} options={choices} />
        </Field>
      )}
      {roles.length > 1 ? (
        <Checkbox
          label={strings.perRole}
          checked={perRole}
          onChange={({ target }) => {
            setPerRole(target.checked);
            if (!target.checked) chooseForAll(first);
          }}
        />
      ) : null}
      {fallback ? (
        <Field label={strings.fallback} name={`roles.${fallback.key}`} hint={strings.fallbackHint}>
          <Select
            value={chosen[fallback.key] ?? ""}
            onChange={({ target }) => onChoose({ ...chosen, [fallback.key]: target.value })}
            options={choices}
          />
        </Field>
      ) : null}
    </fieldset>
  );
}
