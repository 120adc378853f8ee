import { Badge } from "#components/ui/badge.tsx";
import { Cell, HeaderCell, Row, RowLink, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import type { PolicySummary } from "#lib/domain/policy/view.ts";
import { policiesStrings as strings } from "#lib/domain/strings/policies.ts";

/** The policies of a project, one line each. */
export function PoliciesTable({ policies, href }: { policies: readonly PolicySummary[]; href: string }) {
  return (
    <Table label={strings.title}>
      <TableHead>
        <HeaderCell>{strings.table.policy}</HeaderCell>
        <HeaderCell align="end">{strings.table.clauses}</HeaderCell>
        <HeaderCell align="end">{strings.table.version}</HeaderCell>
        <HeaderCell align="end">{strings.table.changed}</HeaderCell>
      </TableHead>
      <TableBody>
        {policies.map((policy) => (
          <PolicyRow key={policy.number} policy={policy} href={`${href}/${policy.number}`} />
        ))}
      </TableBody>
    </Table>
  );
}

function PolicyRow({ policy, href }: { policy: PolicySummary; href: string }) {
  const isPublished = policy.version !== null;
  return (
    <Row>
      <Cell>
        <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span className="w-5 text-ink-3 tabular-nums">{policy.number}</span>
          <RowLink href={href} className="font-read text-read">
            {policy.title}
          </RowLink>
          {policy.archived && <Badge>{strings.archived.badge}</Badge>}
          {policy.hasDraft && <Badge tone="warn">{strings.draft.pending}</Badge>}
        </span>
      </Cell>
      <Cell label={strings.table.clauses} align="end">
        {isPublished && policy.clauses}
      </Cell>
      <Cell label={strings.table.version} align="end">
        {isPublished ? policy.version : <span className="text-ink-3">{strings.draft.notPublished}</span>}
      </Cell>
      <Cell label={strings.table.changed} align="end" className="text-ink-2">
        {policy.publishedAt && <Time value={policy.publishedAt} format="date" />}
      </Cell>
    </Row>
  );
}
