import { Severity } from "#components/prompts/severity.tsx";
import { RecordLink } from "#components/review/record-link.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Synthetic } from "#components/ui/synthetic.tsx";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import type { DisputeRow } from "#lib/domain/adjudication/view.ts";
import { adjudicationStrings as strings } from "#lib/domain/strings/adjudication.ts";
import { decisionTones } from "./decision-tones.ts";

const { columns } = strings;

/** Records whose reviews disagree: how far, and what each reviewer decided. */
export function DisputesTable({ rows, slug }: { rows: readonly DisputeRow[]; slug: string }) {
  return (
    <Table label={strings.title} sticky>
      <TableHead>
        <HeaderCell>{columns.severity}</HeaderCell>
        <HeaderCell>{columns.record}</HeaderCell>
        <HeaderCell>{columns.decisions}</HeaderCell>
        <HeaderCell align="end">{columns.agreement}</HeaderCell>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.ref}>
            <Cell label={columns.severity}>
              <Severity level={row.severity} />
            </Cell>
            <Cell className="max-w-[64ch]">
              <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
                <RecordLink
                  href={`/projects/${slug}/${row.mine ? "review" : "adjudication"}/${row.ref}`}
                  name={row.ref}
                >
                  {row.text}
                </RecordLink>
                {row.synthetic && <Synthetic />}
                {row.mine && <span className="text-xs text-ink-3">{strings.mine}</span>}
              </div>
            </Cell>
            <Cell label={columns.decisions}>
              <span className="flex flex-wrap gap-1">
                {row.decisions.map((decision, place) => (
                  // Reviewers are not named here; the place among the reviews is what tells them apart.
                  <Badge key={`${place}-${decision}`} tone={decisionTones[decision]}>
                    {strings.decisions[decision]}
                  </Badge>
                ))}
              </span>
            </Cell>
            <Cell label={columns.agreement} align="end">
              {strings.agreement(row.agreement)}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
