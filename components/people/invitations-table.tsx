import { ActionConfirm } from "#components/ui/action-confirm.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ProjectRole } from "#lib/domain/access/actions.ts";
import type { InvitationState } from "#lib/domain/people/invitation.ts";
import { invitationStrings as strings } from "#lib/domain/strings/invitations.ts";
import { peopleStrings } from "#lib/domain/strings/people.ts";

type Invitation = {
  id: string;
  email: string | null;
  role: ProjectRole | null;
  isAdmin: boolean;
  projectName: string | null;
  state: InvitationState;
  expiresAt: Date;
};

type InvitationsTableProps = {
  invitations: readonly Invitation[];
  withdraw: ServerAction<{ id: string }, void>;
  /** Whether the rows name their projects. */
  showProject?: boolean;
};

/** Invitations, newest first. Their links are not known any more. */
export function InvitationsTable({ invitations, withdraw, showProject = false }: InvitationsTableProps) {
  if (invitations.length === 0) return <p className="text-sm text-ink-3">{strings.none}</p>;
  return (
    <Table label={strings.title}>
      <TableHead>
        <HeaderCell>{strings.email}</HeaderCell>
        <HeaderCell>{strings.as}</HeaderCell>
        <HeaderCell>{strings.state}</HeaderCell>
        <HeaderCell align="end">{strings.until}</HeaderCell>
        <HeaderCell>
          <span className="sr-only">{strings.withdraw}</span>
        </HeaderCell>
      </TableHead>
      <TableBody>
        {invitations.map((invitation) => (
          <Row key={invitation.id}>
            <Cell className="wrap-anywhere">
              {invitation.email ?? <span className="text-ink-3">{strings.someone}</span>}
            </Cell>
            <Cell label={strings.as}>{terms(invitation, showProject)}</Cell>
            <Cell label={strings.state}>
              <Badge tone={invitation.state === "open" ? "ok" : "neutral"}>
                {strings.states[invitation.state]}
              </Badge>
            </Cell>
            <Cell label={strings.until} align="end">
              <Time value={invitation.expiresAt} format="date" />
            </Cell>
            <Cell align="end" className={cx(invitation.state !== "open" && "max-sm:hidden")}>
              {invitation.state === "open" && (
                <ActionConfirm
                  trigger={<Button size="sm">{strings.withdraw}</Button>}
                  title={strings.withdrawTitle}
                  description={strings.withdrawDescription}
                  confirm={strings.withdraw}
                  action={withdraw}
                  input={{ id: invitation.id }}
                  done={strings.withdrawn}
                />
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function terms({ role, isAdmin, projectName }: Invitation, showProject: boolean): string {
  const inProject = role && [peopleStrings.roles[role].toLowerCase(), showProject && projectName];
  const parts = [isAdmin && strings.admin, inProject?.filter(Boolean).join(", ")];
  return parts.filter(Boolean).join(" · ") || strings.account;
}
