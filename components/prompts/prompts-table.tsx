import { Severity } from "#components/prompts/severity.tsx";
import { Cell, HeaderCell, Row, RowLink, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import type { PromptRow } from "#lib/domain/prompt/view.ts";
import { promptStrings as strings } from "#lib/domain/strings/prompts.ts";

const { columns } = strings;

/** Prompts in order of number. */
export function PromptsTable({ rows, slug }: { rows: readonly PromptRow[]; slug: string }) {
  return (
    <Table label={strings.title} sticky>
      <TableHead>
        <HeaderCell>{columns.prompt}</HeaderCell>
        <HeaderCell>{columns.severity}</HeaderCell>
        <HeaderCell>{columns.category}</HeaderCell>
        <HeaderCell>{columns.source}</HeaderCell>
        <HeaderCell align="end">{columns.records}</HeaderCell>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.number}>
            <Cell className="max-w-[64ch]">
              <span className="mr-2.5 text-ink-3 text-xs">{row.number}</span>
              <RowLink
                href={`/projects/${slug}/prompts/${row.number}`}
                className="font-normal font-read text-[15px]"
              >
                {row.erased ? <i className="text-ink-3">{strings.erased}</i> : row.text}
              </RowLink>
              {row.turns > 1 ? (
                <span className="ml-2 text-ink-3 text-xs">{strings.conversation(row.turns)}</span>
              ) : null}
            </Cell>
            <Cell label={columns.severity}>
              <Severity level={row.severity} />
            </Cell>
            <Cell label={columns.category} className="text-ink-2">
              {row.category}
            </Cell>
            <Cell label={columns.source} className="text-ink-2">
              {[row.dataSet, row.licence].filter(Boolean).join(" · ")}
            </Cell>
            <Cell
              label={columns.records}
              align="end"
              className={row.records === 0 ? "text-ink-3" : undefined}
            >
              {row.records}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
