import { Badge } from "#components/ui/badge.tsx";
import { Cell, HeaderCell, Row, RowLink, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { gaveThoughts } from "#lib/domain/deliberation/outcome.ts";
import { formatCost } from "#lib/domain/run/format.ts";
import type { DeliberationRow } from "#lib/domain/run/view.ts";
import { deliberationPageStrings } from "#lib/domain/strings/deliberation-page.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";

const { columns } = strings;

/** The deliberations of a run in order. */
export function DeliberationsTable({
  rows,
  slug,
  runNumber,
}: {
  rows: readonly DeliberationRow[];
  slug: string;
  runNumber: number;
}) {
  return (
    <Table label={strings.deliberations} sticky>
      <TableHead>
        <HeaderCell>{columns.prompt}</HeaderCell>
        <HeaderCell>{columns.outcome}</HeaderCell>
        <HeaderCell align="end">{columns.turns}</HeaderCell>
        <HeaderCell align="end">{columns.attempts}</HeaderCell>
        <HeaderCell align="end">{columns.cost}</HeaderCell>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell>
              <span className="mr-2.5 text-ink-3 text-xs">{row.ref}</span>
              <RowLink
                href={`/projects/${slug}/runs/${runNumber}/${row.promptNumber}`}
                className="wrap-anywhere font-normal font-read text-[15px]"
              >
                {row.promptText}
              </RowLink>
            </Cell>
            <Cell label={columns.outcome}>
              <OutcomeBadge row={row} />
              <Why row={row} />
            </Cell>
            <Cell label={columns.turns} align="end">
              {row.turns}
            </Cell>
            <Cell label={columns.attempts} align="end">
              {row.attempts}
            </Cell>
            <Cell label={columns.cost} align="end">
              {formatCost(row.costMicros)}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

/** Why it ended so or waits, where the badge alone does not say. */
function Why({ row }: { row: DeliberationRow }) {
  const why = row.outcome
    ? (row.outcomeReason ?? deliberationPageStrings.endedBriefly[row.outcome])
    : row.state === "waiting" && row.waitingFor
      ? deliberationPageStrings.waitingFor(row.waitingFor)
      : null;
  return why ? <p className="mt-1 line-clamp-3 max-w-md text-ink-2 text-xs">{why}</p> : null;
}

function OutcomeBadge({ row }: { row: DeliberationRow }) {
  if (row.outcome) {
    const tone = gaveThoughts(row.outcome) ? "ok" : row.outcome === "cancelled" ? "neutral" : "bad";
    return <Badge tone={tone}>{deliberationPageStrings.outcome[row.outcome]}</Badge>;
  }
  return <Badge tone={row.state === "in_flight" ? "accent" : "neutral"}>{strings.stateOf[row.state]}</Badge>;
}
