import { Badge } from "#components/ui/badge.tsx";
import type { Tone } from "#components/ui/tone.ts";
import type { ProjectRole } from "#lib/domain/access/actions.ts";
import { peopleStrings } from "#lib/domain/strings/people.ts";

const tones: Record<ProjectRole, Tone> = { lead: "accent", annotator: "neutral", reader: "neutral" };

/** A role in a project, in a word. */
export function RoleBadge({ role }: { role: ProjectRole }) {
  return <Badge tone={tones[role]}>{peopleStrings.roles[role].toLowerCase()}</Badge>;
}
