import { Trash2 } from "lucide-react";
import { RoleSelect } from "#components/people/role-select.tsx";
import { ActionConfirm } from "#components/ui/action-confirm.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import type { ProjectRole } from "#lib/domain/access/actions.ts";
import { memberStrings as strings } from "#lib/domain/strings/members.ts";
import { peopleStrings } from "#lib/domain/strings/people.ts";

type PersonProjectsProps = {
  person: {
    id: string;
    name: string;
    projects: readonly { name: string; slug: string; role: ProjectRole }[];
  };
  changeRole: ServerAction<{ slug: string; userId: string; role: ProjectRole }, void>;
  remove: ServerAction<{ slug: string; userId: string }, void>;
};

/** The projects of one person and their role in each. */
export function PersonProjects({ person, changeRole, remove }: PersonProjectsProps) {
  const { id: userId, name, projects } = person;
  if (projects.length === 0) return <p className="text-sm text-ink-3">{strings.inNoProject}</p>;
  return (
    <Table label={peopleStrings.projects}>
      <TableHead>
        <HeaderCell>{strings.project}</HeaderCell>
        <HeaderCell>{peopleStrings.role}</HeaderCell>
      </TableHead>
      <TableBody>
        {projects.map((project) => (
          <Row key={project.slug}>
            <Cell className="font-medium">{project.name}</Cell>
            <Cell label={peopleStrings.role}>
              <div className="flex items-center justify-between gap-2">
                <RoleSelect
                  slug={project.slug}
                  userId={userId}
                  name={project.name}
                  role={project.role}
                  change={changeRole}
                />
                <ActionConfirm
                  trigger={
                    <IconButton size="sm" label={strings.removeFrom(project.name)}>
                      <Trash2 />
                    </IconButton>
                  }
                  title={strings.removeFromTitle(name, project.name)}
                  description={strings.removeDescription}
                  confirm={strings.remove}
                  danger
                  action={remove}
                  input={{ slug: project.slug, userId }}
                  done={strings.removed(name)}
                />
              </div>
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
