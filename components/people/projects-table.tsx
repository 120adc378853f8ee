import { ActionConfirm } from "#components/people/action-confirm.tsx";
import { RoleBadge } from "#components/people/role-badge.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { Cell, HeaderCell, Row, RowLink, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ProjectRole } from "#lib/domain/access/actions.ts";
import { projectStrings as strings } from "#lib/domain/strings/project.ts";

type ProjectsTableProps = {
  projects: readonly {
    name: string;
    slug: string;
    role: ProjectRole | null;
    members: number;
    createdAt: Date;
  }[];
  /** For admins, who see projects that they are not in. */
  join: ServerAction<{ slug: string }, void>;
};

/** Projects by name. */
export function ProjectsTable({ projects, join }: ProjectsTableProps) {
  return (
    <Table label={strings.title}>
      <TableHead>
        <HeaderCell>{strings.name}</HeaderCell>
        <HeaderCell>{strings.yourRole}</HeaderCell>
        <HeaderCell align="end">{strings.members}</HeaderCell>
        <HeaderCell align="end">{strings.createdAt}</HeaderCell>
      </TableHead>
      <TableBody>
        {projects.map(({ name, slug, role, members, createdAt }) => (
          <Row key={slug}>
            <Cell>{role ? <RowLink href={`/projects/${slug}`}>{name}</RowLink> : name}</Cell>
            <Cell label={strings.yourRole}>
              {role ? <RoleBadge role={role} /> : <NotMember name={name} slug={slug} join={join} />}
            </Cell>
            <Cell label={strings.members} align="end">
              {members}
            </Cell>
            <Cell label={strings.createdAt} align="end">
              <Time value={createdAt} format="date" />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function NotMember({ name, slug, join }: { name: string; slug: string; join: ProjectsTableProps["join"] }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2.5 text-ink-3">
      {strings.notMember}
      <ActionConfirm
        trigger={<Button size="sm">{strings.joinAsLead}</Button>}
        title={strings.joinTitle(name)}
        description={strings.joinDescription}
        confirm={strings.joinAsLead}
        action={join}
        input={{ slug }}
        done={strings.joined(name)}
      />
    </span>
  );
}
