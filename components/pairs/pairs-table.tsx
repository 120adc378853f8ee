import { Badge } from "#components/ui/badge.tsx";
import { Synthetic } from "#components/ui/synthetic.tsx";
import { Cell, HeaderCell, Row, RowLink, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import type { PairRow } from "#lib/domain/pair/view.ts";
import { pairStrings as strings } from "#lib/domain/strings/pairs.ts";

/** Pairs, newest first, each leading to the deliberation that gave it, or to the record that people changed. */
export function PairsTable({ pairs, slug }: { pairs: readonly PairRow[]; slug: string }) {
  const { columns } = strings;
  const hasFaults = pairs.some(({ fault }) => fault !== null);
  return (
    <Table label={strings.title}>
      <TableHead>
        <HeaderCell>{columns.prompt}</HeaderCell>
        {hasFaults ? <HeaderCell>{columns.reason}</HeaderCell> : null}
        <HeaderCell align="end">{columns.selected}</HeaderCell>
        <HeaderCell align="end">{columns.violation}</HeaderCell>
      </TableHead>
      <TableBody>
        {pairs.map((pair) => (
          <Row key={pair.id}>
            <Cell>
              <span className="flex max-w-[64ch] flex-wrap items-baseline gap-x-3 gap-y-1">
                <span className="text-ink-3 tabular-nums">
                  {pair.runNumber === null ? pair.promptNumber : `${pair.runNumber}.${pair.promptNumber}`}
                </span>
                <RowLink href={sourceOf(pair, slug)} className="font-read text-md font-normal wrap-anywhere">
                  <span className="line-clamp-2 text-pretty">{pair.prompt || strings.erased}</span>
                </RowLink>
                {pair.origin === "belief" ? null : <Badge>{strings.origin[pair.origin]}</Badge>}
                {pair.flipped && <Badge>{strings.flipped}</Badge>}
                {pair.synthetic && <Synthetic />}
              </span>
            </Cell>
            {hasFaults ? (
              <Cell label={columns.reason} className="text-ink-2">
                {pair.fault ? strings.fault[pair.fault] : null}
              </Cell>
            ) : null}
            <Cell label={columns.selected} align="end" className="text-ink-2">
              <span className="inline-flex flex-wrap items-baseline justify-end gap-2">
                {pair.isApproved ? null : <Badge>{strings.unreviewed}</Badge>}
                <span className="tabular-nums">{pair.selectedRef}</span>
              </span>
            </Cell>
            <Cell label={columns.violation} align="end" className="tabular-nums">
              {pair.scores ? strings.scores(pair.scores.selected, pair.scores.rejected) : null}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function sourceOf({ runNumber, promptNumber, selectedRef }: PairRow, slug: string): string {
  return runNumber === null
    ? `/projects/${slug}/review/${selectedRef}`
    : `/projects/${slug}/runs/${runNumber}/${promptNumber}`;
}
