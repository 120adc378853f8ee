import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import type { RunEstimate } from "#lib/domain/recipe/estimate.ts";
import { formatAmount, formatCost, formatRange } from "#lib/domain/run/format.ts";
import type { RunProgress } from "#lib/domain/run/view.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";

const { estimateColumns: columns } = strings;

/** What a run may take, by role and in all; with `actual`, what it took so far under it. */
export function EstimateTable({
  estimate,
  actual = null,
}: {
  estimate: RunEstimate;
  actual?: RunProgress | null;
}) {
  return (
    <Table label={strings.estimateOf(estimate.prompts)}>
      <TableHead>
        <HeaderCell>{columns.role}</HeaderCell>
        <HeaderCell align="end">{columns.calls}</HeaderCell>
        <HeaderCell align="end">{columns.tokensIn}</HeaderCell>
        <HeaderCell align="end">{columns.tokensOut}</HeaderCell>
        <HeaderCell align="end">{columns.cost}</HeaderCell>
      </TableHead>
      <TableBody>
        {estimate.roles.map((role) => (
          <Line key={role.role} name={role.name} values={written(role)} />
        ))}
        <Line name={strings.total} values={written(estimate.total)} strong />
        {actual ? (
          <Line
            name={strings.actual}
            values={[
              formatAmount(actual.attempts),
              formatAmount(actual.tokensIn),
              formatAmount(actual.tokensOut),
              formatCost(actual.costMicros),
            ]}
            strong
          />
        ) : null}
      </TableBody>
    </Table>
  );
}

type Written = [calls: string, tokensIn: string, tokensOut: string, cost: string];

function written({ calls, tokensIn, tokensOut, costMicros }: RunEstimate["total"]): Written {
  return [
    formatRange(calls, formatAmount),
    formatRange(tokensIn, formatAmount),
    formatRange(tokensOut, formatAmount),
    formatRange(costMicros, formatCost),
  ];
}

function Line({ name, values, strong = false }: { name: string; values: Written; strong?: boolean }) {
  const labels = [columns.calls, columns.tokensIn, columns.tokensOut, columns.cost];
  return (
    <Row className={strong ? "font-[550]" : undefined}>
      <Cell>{name}</Cell>
      {values.map((value, index) => (
        <Cell key={labels[index]} label={labels[index]} align="end">
          {value}
        </Cell>
      ))}
    </Row>
  );
}
