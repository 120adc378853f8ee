import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { type Coverage, type CoverageGroup, coverageGroups } from "#lib/domain/insights/coverage.ts";
import type { QueueView } from "#lib/domain/review/view.ts";
import { coverageStrings as strings } from "#lib/domain/strings/coverage.ts";
import { percent } from "#lib/domain/strings/words.ts";

type CoverageTableProps = {
  rows: readonly Coverage[];
  /** Of the policies, by number. */
  titles: Record<string, string>;
  slug: string;
  reviews: boolean;
};

/** The list of the records of a group; null where there is none for it. */
const lists: Record<CoverageGroup, QueueView | null> = {
  waiting: "waiting",
  disputed: "needs_adjudication",
  approved: "approved",
  rejected: "rejected",
  other: null,
};

/** Every policy and clause with what became of the records that cite it; numbers lead to the records. */
export function CoverageTable({ rows, titles, slug, reviews }: CoverageTableProps) {
  return (
    <Table label={strings.table} sticky>
      <TableHead>
        <HeaderCell>{strings.columns.clause}</HeaderCell>
        <HeaderCell align="end">{strings.columns.records}</HeaderCell>
        {coverageGroups.map((group) => (
          <HeaderCell key={group} align="end">
            {strings.columns[group]}
          </HeaderCell>
        ))}
        <HeaderCell align="end">{strings.columns.alike}</HeaderCell>
      </TableHead>
      <TableBody>
        {rows.map(({ number, records, groups, alike }) => (
          <Row key={number}>
            <Cell className={number.includes(".") ? "sm:pl-4" : "font-medium"}>
              {titles[number] ? strings.policy(number, titles[number]) : number}
            </Cell>
            <Cell label={strings.columns.records} align="end">
              {records === 0 ? (
                <span className="text-ink-3">{strings.notCited}</span>
              ) : (
                records.toLocaleString("en")
              )}
            </Cell>
            {coverageGroups.map((group) => {
              const list = lists[group];
              const n = groups[group].toLocaleString("en");
              const leads = list !== null && groups[group] > 0 && (list !== "waiting" || reviews);
              return (
                <Cell key={group} label={strings.columns[group]} align="end">
                  {leads ? (
                    <TextLink href={`/projects/${slug}/review?list=${list}&cites=${number}`}>{n}</TextLink>
                  ) : (
                    n
                  )}
                </Cell>
              );
            })}
            <Cell label={strings.columns.alike} align="end">
              {"value" in alike ? `${percent(alike.value)} (n = ${alike.n})` : "–"}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
