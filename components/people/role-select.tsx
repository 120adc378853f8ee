"use client";

import { toast } from "sonner";
import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Select } from "#components/ui/select.tsx";
import { toastRefusal } from "#components/ui/toast-refusal.ts";
import type { ProjectRole } from "#lib/domain/access/actions.ts";
import { projectRoles } from "#lib/domain/people/invitation.ts";
import { memberStrings as strings } from "#lib/domain/strings/members.ts";
import { peopleStrings } from "#lib/domain/strings/people.ts";

type RoleSelectProps = {
  slug: string;
  userId: string;
  name: string;
  role: ProjectRole;
  change: ServerAction<{ slug: string; userId: string; role: ProjectRole }, void>;
};

/** Shows a member's role and changes it at once. What was refused goes back to what it was. */
export function RoleSelect({ slug, userId, name, role, change }: RoleSelectProps) {
  const { run, busy } = useAction(change, {
    onDone: () => toast.success(strings.roleChanged),
    onRefused: toastRefusal,
  });
  return (
    <Select
      aria-label={strings.roleOf(name)}
      className="w-34"
      disabled={busy}
      value={role}
      onChange={(event) => {
        const next = projectRoles.find((known) => known === event.target.value);
        if (next) run({ slug, userId, role: next });
      }}
      options={projectRoles.map((known) => ({ value: known, label: peopleStrings.roles[known] }))}
    />
  );
}
