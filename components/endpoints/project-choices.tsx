import { Checkbox } from "#components/ui/checkbox.tsx";
import { endpointPageStrings } from "#lib/domain/strings/endpoint-pages.ts";

const strings = endpointPageStrings.form;

/** Which projects may use an endpoint. */
export function ProjectChoices({
  projects,
  granted,
}: {
  projects: readonly { id: string; name: string }[];
  granted: readonly string[];
}) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium text-sm">{strings.projects}</legend>
      {projects.length === 0 ? <p className="text-ink-2 text-sm">{strings.noProjects}</p> : null}
      {projects.map((project) => (
        <Checkbox
          key={project.id}
          name="projectIds"
          value={project.id}
          defaultChecked={granted.includes(project.id)}
          label={project.name}
        />
      ))}
    </fieldset>
  );
}
