import { Synthetic } from "#components/ui/synthetic.tsx";
import { Cell, HeaderCell, Row, RowLink, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import type { SnapshotSummary } from "#lib/domain/export/view.ts";
import { dataSetStrings as strings } from "#lib/domain/strings/data-sets.ts";

/** Data sets, newest first. */
export function SnapshotsTable({ snapshots, href }: { snapshots: readonly SnapshotSummary[]; href: string }) {
  const { table } = strings;
  return (
    <Table label={strings.title}>
      <TableHead>
        <HeaderCell>{table.name}</HeaderCell>
        <HeaderCell align="end">{table.rows}</HeaderCell>
        <HeaderCell align="end">{table.released}</HeaderCell>
        <HeaderCell align="end">{table.frozen}</HeaderCell>
      </TableHead>
      <TableBody>
        {snapshots.map((snapshot) => (
          <Row key={snapshot.number}>
            <Cell>
              <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <span className="min-w-5 text-ink-3">{snapshot.number}</span>
                <RowLink href={`${href}/${snapshot.number}`}>{snapshot.name}</RowLink>
                {snapshot.synthetic && <Synthetic />}
              </span>
            </Cell>
            <Cell label={table.rows} align="end">
              {snapshot.items.toLocaleString("en")}
            </Cell>
            <Cell label={table.released} align="end" className="text-ink-2">
              {snapshot.formats.map((format) => strings.formats[format].name).join(", ") || (
                <span className="text-ink-3">{table.notReleased}</span>
              )}
            </Cell>
            <Cell label={table.frozen} align="end" className="text-ink-2">
              <Time value={snapshot.createdAt} format="date" />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
