import { RadioGroup } from "#components/ui/radio-group.tsx";
import { projectRoles } from "#lib/domain/people/invitation.ts";
import { peopleStrings } from "#lib/domain/strings/people.ts";

/** The roles of a project, each with what it may do. */
export function RoleChoice() {
  return (
    <RadioGroup
      options={projectRoles.map((role) => ({
        value: role,
        label: peopleStrings.roles[role],
        hint: peopleStrings.roleHints[role],
      }))}
      defaultValue="annotator"
    />
  );
}
