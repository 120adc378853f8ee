import { Badge } from "#components/ui/badge.tsx";
import { Cell, HeaderCell, Row, RowLink, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ProjectRole } from "#lib/domain/access/actions.ts";
import { isStandIn } from "#lib/domain/people/first-admin.ts";
import { peopleStrings as strings } from "#lib/domain/strings/people.ts";

type PeopleTableProps = {
  people: readonly {
    id: string;
    name: string;
    email: string;
    isAdmin: boolean;
    isActive: boolean;
    joinedAt: Date;
    projects: readonly { name: string; role: ProjectRole }[];
  }[];
};

/** Everyone with an account, by name. */
export function PeopleTable({ people }: PeopleTableProps) {
  return (
    <Table label={strings.title}>
      <TableHead>
        <HeaderCell>{strings.name}</HeaderCell>
        <HeaderCell>{strings.email}</HeaderCell>
        <HeaderCell>{strings.projects}</HeaderCell>
        <HeaderCell align="end">{strings.joined}</HeaderCell>
      </TableHead>
      <TableBody>
        {people.map((person) => (
          <Row key={person.id}>
            <Cell>
              <span className="flex flex-wrap items-center gap-2">
                <RowLink href={`/admin/people/${person.id}`}>{person.name}</RowLink>
                <StateBadges isAdmin={person.isAdmin} isActive={person.isActive} />
              </span>
            </Cell>
            <Cell label={strings.email} className="wrap-anywhere text-ink-2">
              {isStandIn(person.email) ? "–" : person.email}
            </Cell>
            <Cell label={strings.projects} className="text-ink-2">
              {person.projects.length === 0
                ? strings.noProjects
                : person.projects
                    .map(({ name, role }) => `${name}, ${strings.roles[role].toLowerCase()}`)
                    .join(" · ")}
            </Cell>
            <Cell label={strings.joined} align="end">
              <Time value={person.joinedAt} format="date" />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

/** What stands beside a name: admin, deactivated. */
export function StateBadges({ isAdmin, isActive }: { isAdmin: boolean; isActive: boolean }) {
  return (
    <>
      {isAdmin && <Badge tone="accent">{strings.admin}</Badge>}
      {!isActive && <Badge tone="warn">{strings.deactivated}</Badge>}
    </>
  );
}
