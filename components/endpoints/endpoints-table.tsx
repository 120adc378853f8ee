import { EndpointState } from "#components/endpoints/endpoint-state.tsx";
import { Cell, HeaderCell, Row, RowLink, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import type { EndpointRow } from "#lib/domain/endpoint/view.ts";
import { endpointPageStrings as strings } from "#lib/domain/strings/endpoint-pages.ts";

const { columns } = strings;

/** All endpoints of the installation by name. */
export function EndpointsTable({ rows }: { rows: readonly EndpointRow[] }) {
  return (
    <Table label={strings.title} sticky>
      <TableHead>
        <HeaderCell>{columns.name}</HeaderCell>
        <HeaderCell>{columns.provider}</HeaderCell>
        <HeaderCell>{columns.model}</HeaderCell>
        <HeaderCell>{columns.host}</HeaderCell>
        <HeaderCell>{columns.state}</HeaderCell>
        <HeaderCell align="end">{columns.projects}</HeaderCell>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell>
              <RowLink href={`/admin/endpoints/${row.id}`}>{row.name}</RowLink>
            </Cell>
            <Cell label={columns.provider}>{strings.providers[row.provider]}</Cell>
            <Cell label={columns.model} className="font-mono text-xs">
              {row.model}
            </Cell>
            <Cell label={columns.host} className="text-ink-2">
              {row.host ?? strings.rehearsal}
            </Cell>
            <Cell label={columns.state}>
              <EndpointState endpoint={row} />
            </Cell>
            <Cell label={columns.projects} align="end">
              {row.projects}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
