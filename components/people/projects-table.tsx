import { RoleBadge } from "#components/people/role-badge.tsx";
import { ActionConfirm } from "#components/ui/action-confirm.tsx";
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
    beliefRuns: boolean | null;
    createdAt: Date;
  }[];
  /** For admins, who see projects that they are not in. */
  join: ServerAction<{ slug: string }, void>;
  allowBeliefs: ServerAction<{ slug: string; allowed: boolean }, void>;
};

/** Projects by name. */
export function ProjectsTable({ projects, join, allowBeliefs }: ProjectsTableProps) {
  const decides = projects.some(({ beliefRuns }) => beliefRuns !== null);
  return (
    <Table label={strings.title}>
      <TableHead>
        <HeaderCell>{strings.name}</HeaderCell>
        <HeaderCell>{strings.yourRole}</HeaderCell>
        <HeaderCell align="end">{strings.members}</HeaderCell>
        {decides && <HeaderCell>{strings.beliefRuns}</HeaderCell>}
        <HeaderCell align="end">{strings.createdAt}</HeaderCell>
      </TableHead>
      <TableBody>
        {projects.map(({ name, slug, role, members, beliefRuns, createdAt }) => (
          <Row key={slug}>
            <Cell>{role ? <RowLink href={`/projects/${slug}`}>{name}</RowLink> : name}</Cell>
            <Cell label={strings.yourRole}>
              {role ? <RoleBadge role={role} /> : <NotMember name={name} slug={slug} join={join} />}
            </Cell>
            <Cell label={strings.members} align="end">
              {members}
            </Cell>
            {beliefRuns !== null && (
              <Cell label={strings.beliefRuns}>
                <BeliefRuns name={name} slug={slug} allowed={beliefRuns} allow={allowBeliefs} />
              </Cell>
            )}
            <Cell label={strings.createdAt} align="end">
              <Time value={createdAt} format="date" />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

/** Whether models may be made to reason against the policies here, which takes a word from an admin. */
function BeliefRuns({
  name,
  slug,
  allowed,
  allow,
}: {
  name: string;
  slug: string;
  allowed: boolean;
  allow: ProjectsTableProps["allowBeliefs"];
}) {
  const act = allowed ? strings.forbidBeliefs : strings.allowBeliefs;
  return (
    <span className="inline-flex flex-wrap items-center gap-2.5 text-ink-3">
      {allowed ? strings.beliefsAllowed : strings.beliefsForbidden}
      <ActionConfirm
        trigger={<Button size="sm">{act}</Button>}
        title={allowed ? strings.forbidBeliefsTitle(name) : strings.allowBeliefsTitle(name)}
        description={allowed ? strings.forbidBeliefsDescription : strings.allowBeliefsDescription}
        confirm={act}
        action={allow}
        input={{ slug, allowed: !allowed }}
        done={strings.beliefsChanged(name, !allowed)}
      />
    </span>
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
