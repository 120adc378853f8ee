import { RunStatus } from "#components/runs/run-status.tsx";
import { Synthetic } from "#components/ui/synthetic.tsx";
import { Cell, HeaderCell, Row, RowLink, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import { formatCost } from "#lib/domain/run/format.ts";
import type { RunRow } from "#lib/domain/run/view.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";

const { columns } = strings;

/** Runs, newest first. */
export function RunsTable({ runs, slug }: { runs: readonly RunRow[]; slug: string }) {
  return (
    <Table label={strings.title} sticky>
      <TableHead>
        <HeaderCell>{columns.run}</HeaderCell>
        <HeaderCell>{columns.recipe}</HeaderCell>
        <HeaderCell>{columns.status}</HeaderCell>
        <HeaderCell align="end">{columns.done}</HeaderCell>
        <HeaderCell align="end">{columns.failed}</HeaderCell>
        <HeaderCell align="end">{columns.cost}</HeaderCell>
        <HeaderCell className="pl-6">{columns.by}</HeaderCell>
        <HeaderCell align="end">{columns.started}</HeaderCell>
      </TableHead>
      <TableBody>
        {runs.map((run) => (
          <Row key={run.id}>
            <Cell>
              <RowLink href={`/projects/${slug}/runs/${run.number}`}>{strings.runNumber(run.number)}</RowLink>
            </Cell>
            <Cell label={columns.recipe}>
              <span className="inline-flex items-center gap-2">
                {run.recipe} {run.synthetic ? <Synthetic /> : null}
              </span>
            </Cell>
            <Cell label={columns.status}>
              <RunStatus status={run.status} />
            </Cell>
            <Cell label={columns.done} align="end">
              {run.done.toLocaleString("en")} / {run.subjects.toLocaleString("en")}
            </Cell>
            <Cell label={columns.failed} align="end" className={run.failed > 0 ? "text-bad" : "text-ink-3"}>
              {run.failed.toLocaleString("en")}
            </Cell>
            <Cell label={columns.cost} align="end">
              {formatCost(run.costMicros)}
            </Cell>
            <Cell label={columns.by} className="sm:pl-6">
              {run.createdBy ?? "–"}
            </Cell>
            <Cell label={columns.started} align="end">
              <Time value={run.createdAt} format="relative" />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
