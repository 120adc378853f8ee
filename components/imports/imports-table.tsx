import { Badge } from "#components/ui/badge.tsx";
import { Cell, HeaderCell, Row, RowLink, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ImportRow } from "#lib/domain/import/view.ts";
import { importPageStrings as strings } from "#lib/domain/strings/import-pages.ts";

const tones = {
  reading: "accent",
  ready: "warn",
  storing: "accent",
  done: "ok",
  refused: "bad",
  cancelled: "neutral",
} as const;

const { columns } = strings;

/** Files brought in or refused, newest first. */
export function ImportsTable({ rows, slug }: { rows: readonly ImportRow[]; slug: string }) {
  return (
    <Table label={strings.recent}>
      <TableHead>
        <HeaderCell>{columns.import}</HeaderCell>
        <HeaderCell>{columns.status}</HeaderCell>
        <HeaderCell align="end">{columns.rows}</HeaderCell>
        <HeaderCell align="end">{columns.stored}</HeaderCell>
        <HeaderCell align="end">{columns.when}</HeaderCell>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.number}>
            <Cell>
              <span className="mr-2.5 text-ink-3 text-xs">{row.number}</span>
              <RowLink href={`/projects/${slug}/imports/${row.number}`}>{row.fileName}</RowLink>
            </Cell>
            <Cell label={columns.status}>
              <Badge tone={tones[row.status]}>{strings.status[row.status]}</Badge>
            </Cell>
            <Cell label={columns.rows} align="end">
              {row.rowsRead.toLocaleString("en")}
            </Cell>
            <Cell label={columns.stored} align="end">
              {row.status === "done" ? row.accepted.toLocaleString("en") : "–"}
            </Cell>
            <Cell label={columns.when} align="end">
              <Time value={row.createdAt} format="relative" />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
