"use client";

import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { toastRefusal } from "#components/ui/toast-refusal.ts";
import type { PlantedRow } from "#lib/domain/insights/planted.ts";
import { insightStrings } from "#lib/domain/strings/insights.ts";

const strings = insightStrings.planted;
const { columns } = strings;

type PlantedTableProps = {
  slug: string;
  rows: readonly PlantedRow[];
  takeOut: ServerAction<{ slug: string; ref: string }, void>;
};

/** What is planted, of what, and how often it was noticed. */
export function PlantedTable({ slug, rows, takeOut }: PlantedTableProps) {
  const { run, busy } = useAction(takeOut, { onRefused: toastRefusal });
  return (
    <Table label={strings.planted}>
      <TableHead>
        <HeaderCell>{columns.record}</HeaderCell>
        <HeaderCell>{columns.source}</HeaderCell>
        <HeaderCell>{columns.flaw}</HeaderCell>
        <HeaderCell align="end">{columns.reviewed}</HeaderCell>
        <HeaderCell align="end">{columns.noticed}</HeaderCell>
        <HeaderCell>
          <span className="sr-only">{strings.withdraw}</span>
        </HeaderCell>
      </TableHead>
      <TableBody>
        {rows.map(({ ref, sourceRef, flaw, reviewed, noticed, withdrawn }) => (
          <Row key={ref}>
            <Cell>{ref}</Cell>
            <Cell label={columns.source}>
              <TextLink href={`/projects/${slug}/review/${sourceRef}`}>{sourceRef}</TextLink>
            </Cell>
            <Cell label={columns.flaw} className="max-w-[52ch]">
              {flaw ? (
                <span dir="auto" className="line-clamp-2 font-read">
                  {flaw}
                </span>
              ) : (
                <span className="text-ink-3">{strings.wholeBad}</span>
              )}
            </Cell>
            <Cell label={columns.reviewed} align="end">
              {reviewed}
            </Cell>
            <Cell label={columns.noticed} align="end">
              {noticed}
            </Cell>
            <Cell align="end">
              {withdrawn ? (
                <span className="text-ink-3">{strings.withdrawn}</span>
              ) : (
                <Button size="sm" variant="quiet" busy={busy} onClick={() => run({ slug, ref })}>
                  {strings.withdraw}
                </Button>
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
