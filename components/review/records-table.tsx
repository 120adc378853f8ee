import { Severity } from "#components/prompts/severity.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Synthetic } from "#components/ui/synthetic.tsx";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import type { RecordRow } from "#lib/domain/review/view.ts";
import { exposureStrings } from "#lib/domain/strings/exposure.ts";
import { queueStrings as strings } from "#lib/domain/strings/queue.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { RecordLink } from "./record-link.tsx";

const { columns } = strings;

/** Records with what says how grave they are before what they say. */
export function RecordsTable({ rows, slug }: { rows: readonly RecordRow[]; slug: string }) {
  const showsOwn = rows.some(({ own }) => own);
  return (
    <Table label={strings.lists} sticky>
      <TableHead>
        <HeaderCell>{columns.severity}</HeaderCell>
        <HeaderCell>{columns.record}</HeaderCell>
        <HeaderCell>{columns.category}</HeaderCell>
        <HeaderCell>{columns.source}</HeaderCell>
        {showsOwn && <HeaderCell>{columns.decision}</HeaderCell>}
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.ref}>
            <Cell label={columns.severity}>
              <Severity level={row.severity} />
            </Cell>
            <Cell className="max-w-[64ch]">
              <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
                <RecordLink href={`/projects/${slug}/review/${row.ref}`} name={row.ref}>
                  {row.erased ? (
                    <i className="text-ink-3">{strings.erased}</i>
                  ) : (
                    (row.text ?? <span className="text-ink-3">{exposureStrings.hidden}</span>)
                  )}
                </RecordLink>
                {row.begun && <Badge tone="accent">{strings.begun}</Badge>}
                {row.synthetic && <Synthetic />}
              </div>
            </Cell>
            <Cell label={columns.category} className="text-ink-2">
              {row.category}
            </Cell>
            <Cell label={columns.source} className="text-ink-2">
              {row.dataSet}
            </Cell>
            {showsOwn && (
              <Cell label={columns.decision} className="text-ink-2">
                {row.own?.decision && (
                  <>
                    {reviewStrings.decisions[row.own.decision]} ·{" "}
                    <Time value={row.own.at} format="relative" />
                  </>
                )}
              </Cell>
            )}
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
