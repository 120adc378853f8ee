import { Trash2 } from "lucide-react";
import { RoleSelect } from "#components/people/role-select.tsx";
import { ActionConfirm } from "#components/ui/action-confirm.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Badge } from "#components/ui/badge.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import type { ProjectRole } from "#lib/domain/access/actions.ts";
import { isStandIn } from "#lib/domain/people/first-admin.ts";
import { memberStrings as strings } from "#lib/domain/strings/members.ts";
import { peopleStrings } from "#lib/domain/strings/people.ts";

type MembersTableProps = {
  slug: string;
  /** Who looks at it. */
  ownId: string;
  members: readonly { userId: string; name: string; email: string; role: ProjectRole; isActive: boolean }[];
  changeRole: ServerAction<{ slug: string; userId: string; role: ProjectRole }, void>;
  remove: ServerAction<{ slug: string; userId: string }, void>;
};

/** The members of a project and their roles. */
export function MembersTable({ slug, ownId, members, changeRole, remove }: MembersTableProps) {
  return (
    <Table label={strings.members}>
      <TableHead>
        <HeaderCell>{peopleStrings.name}</HeaderCell>
        <HeaderCell>{peopleStrings.email}</HeaderCell>
        <HeaderCell>{peopleStrings.role}</HeaderCell>
      </TableHead>
      <TableBody>
        {members.map(({ userId, name, email, role, isActive }) => (
          <Row key={userId}>
            <Cell>
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-medium">{name}</span>
                {userId === ownId && <Badge>{peopleStrings.you}</Badge>}
                {!isActive && <Badge tone="warn">{peopleStrings.deactivated}</Badge>}
              </span>
            </Cell>
            <Cell label={peopleStrings.email} className="wrap-anywhere text-ink-2">
              {isStandIn(email) ? "–" : email}
            </Cell>
            <Cell label={peopleStrings.role}>
              <div className="flex items-center justify-between gap-2">
                <RoleSelect slug={slug} userId={userId} name={name} role={role} change={changeRole} />
                <ActionConfirm
                  trigger={
                    <IconButton size="sm" label={strings.removeOf(name)}>
                      <Trash2 />
                    </IconButton>
                  }
                  title={strings.removeTitle(name)}
                  description={strings.removeDescription}
                  confirm={strings.remove}
                  danger
                  action={remove}
                  input={{ slug, userId }}
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
