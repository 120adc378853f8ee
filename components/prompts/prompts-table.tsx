import { Severity } from "#components/prompts/severity.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Cell, HeaderCell, Row, RowLink, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import type { PromptRow } from "#lib/domain/prompt/view.ts";
import { promptStrings as strings } from "#lib/domain/strings/prompts.ts";
import { runPageStrings as runStrings } from "#lib/domain/strings/run-pages.ts";

const { columns } = strings;

/**
 * Prompts in order of number. A plain form: what is ticked goes into the address of the form for a new run, so it works
 * before any script does.
 */
export function PromptsTable({
  rows,
  slug,
  runFound,
  selectable,
}: {
  rows: readonly PromptRow[];
  slug: string;
  /** Where all that the filters find is run; null where nothing is filtered. */
  runFound: string | null;
  /** Whether they may be run at all. */
  selectable: boolean;
}) {
  if (!selectable) return <Rows rows={rows} slug={slug} selectable={false} />;
  return (
    <form action={`/projects/${slug}/runs/new`} className="group">
      <div className="mb-2 flex min-h-8.5 flex-wrap items-center gap-2.5">
        <div className="group-has-checked:hidden">
          {runFound === null ? (
            <p className="text-ink-3 text-sm">{runStrings.tickToRun}</p>
          ) : (
            <LinkButton href={runFound}>{runStrings.runFound}</LinkButton>
          )}
        </div>
        <Button type="submit" className="not-group-has-checked:hidden">
          {runStrings.runSelected}
        </Button>
      </div>
      <Rows rows={rows} slug={slug} selectable />
    </form>
  );
}

function Rows({ rows, slug, selectable }: { rows: readonly PromptRow[]; slug: string; selectable: boolean }) {
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
              <div className="flex gap-3">
                {selectable ? (
                  <Checkbox
                    name="prompts"
                    value={row.number}
                    disabled={row.erased}
                    aria-label={runStrings.selectPrompt(row.number)}
                  />
                ) : null}
                <div className="min-w-0">
                  <span className="mr-2.5 text-ink-3 text-xs">{row.number}</span>
                  <RowLink
                    href={`/projects/${slug}/prompts/${row.number}`}
                    className="wrap-anywhere font-normal font-read text-[15px]"
                  >
                    {row.erased ? <i className="text-ink-3">{strings.erased}</i> : row.text}
                  </RowLink>
                  {row.evaluation ? (
                    <span className="ml-2">
                      <Badge tone="accent">{strings.evaluation}</Badge>
                    </span>
                  ) : null}
                  {row.turns > 1 ? (
                    <span className="ml-2 text-ink-3 text-xs">{strings.conversation(row.turns)}</span>
                  ) : null}
                </div>
              </div>
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
