import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import type { Estimate } from "#lib/domain/agreement/estimate.ts";
import type {
  EvaluatedRow,
  EvaluationTable as EvaluationTableData,
} from "#lib/domain/evaluation/evaluation.ts";
import { evaluationStrings as strings } from "#lib/domain/strings/evaluation.ts";
import { percent } from "#lib/domain/strings/words.ts";

/** Prompt set and metric by endpoint, with intervals, and what was published beside it. */
export function EvaluationTable({ table: { columns, rows } }: { table: EvaluationTableData }) {
  return (
    <Table label={strings.table}>
      <TableHead>
        <HeaderCell>{strings.columns.row}</HeaderCell>
        {columns.map(({ number, model }) => (
          <HeaderCell key={number} align="end" className="whitespace-normal!">
            {strings.column(number, model)}
          </HeaderCell>
        ))}
        <HeaderCell className="whitespace-normal!">{strings.columns.published}</HeaderCell>
      </TableHead>
      <TableBody>
        {rows.flatMap((row) => [
          <Line key={`${row.set} ${row.metric}`} row={row} cells={row.cells} columns={columns} />,
          ...(row.byRule
            ? [
                <Line
                  key={`${row.set} ${row.metric} rule`}
                  row={row}
                  cells={row.byRule}
                  columns={columns}
                  byRule
                />,
              ]
            : []),
        ])}
      </TableBody>
    </Table>
  );
}

function Line({
  row: { set, metric, published },
  cells,
  columns,
  byRule = false,
}: {
  row: EvaluatedRow;
  cells: readonly Estimate[];
  columns: EvaluationTableData["columns"];
  byRule?: boolean;
}) {
  const name = strings.row(set, strings.metric[metric]);
  return (
    <Row>
      <Cell className={byRule ? "text-ink-2" : "font-medium"}>
        {byRule ? `${name}, ${strings.byRule}` : name}
      </Cell>
      {columns.map(({ number, model }, place) => (
        <Cell
          key={number}
          label={strings.column(number, model)}
          align="end"
          className={byRule ? "text-ink-2 tabular-nums" : "tabular-nums"}
        >
          {inFull(cells[place])}
        </Cell>
      ))}
      <Cell label={strings.columns.published} className="text-ink-3 text-xs">
        {byRule || published === null
          ? strings.none
          : published.map((one) => (
              <span key={one.model} className="block">
                {strings.published(one)}
              </span>
            ))}
      </Cell>
    </Row>
  );
}

function inFull(cell: Estimate | undefined): string {
  if (!cell || !("value" in cell) || cell.interval === null) return strings.none;
  const [low, high] = cell.interval;
  return strings.cell(percent(cell.value), percent(low), percent(high), cell.n);
}
