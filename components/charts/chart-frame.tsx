"use client";

import { ChartColumn, Download, Table2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { buttonStyle } from "#components/ui/button-style.ts";
import { cx } from "#components/ui/cx.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { commonStrings } from "#lib/domain/strings/common.ts";

type ChartFrameProps = {
  title: string;
  /** What the plot shows, in a sentence: for those who cannot see it, and for a first look. */
  summary?: ReactNode;
  columns: readonly string[];
  /** The same numbers as text; the first cell names the row. */
  rows: readonly (readonly string[])[];
  /** Address of the numbers in full, as CSV. */
  csv?: string;
  children: ReactNode;
};

/** A plot with its title and summary; the table behind it is one press away. */
export function ChartFrame({ title, summary, columns, rows, csv, children }: ChartFrameProps) {
  const [asTable, setAsTable] = useState(false);
  const titleId = useId();
  return (
    <figure aria-labelledby={titleId} className="min-w-0">
      <figcaption className="flex items-start justify-between gap-4">
        <div>
          <p id={titleId} className="font-medium">
            {title}
          </p>
          {summary != null && <p className="text-xs text-ink-3">{summary}</p>}
        </div>
        <div className="flex shrink-0">
          {csv !== undefined && (
            <Tooltip content={commonStrings.csv}>
              <a
                href={csv}
                download
                aria-label={commonStrings.csvOf(title)}
                className={cx(buttonStyle("quiet", "sm"), "w-7 px-0! pointer-coarse:w-9 [&>svg]:size-4.5")}
              >
                <Download aria-hidden />
              </a>
            </Tooltip>
          )}
          <IconButton
            size="sm"
            label={asTable ? commonStrings.showChart : commonStrings.showTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? <ChartColumn aria-hidden /> : <Table2 aria-hidden />}
          </IconButton>
        </div>
      </figcaption>
      <div className="mt-2.5">
        {asTable ? (
          <ChartTable title={title} columns={columns} rows={rows} />
        ) : (
          <div aria-hidden className="overflow-hidden">
            {children}
          </div>
        )}
      </div>
    </figure>
  );
}

function ChartTable({ title, columns, rows }: Pick<ChartFrameProps, "title" | "columns" | "rows">) {
  return (
    <Table label={title}>
      <TableHead>
        {columns.map((column, place) => (
          <HeaderCell key={column} align={place === 0 ? "start" : "end"}>
            {column}
          </HeaderCell>
        ))}
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row[0]}>
            {columns.map((column, place) => (
              <Cell
                key={column}
                label={place === 0 ? undefined : column}
                align={place === 0 ? "start" : "end"}
              >
                {row[place]}
              </Cell>
            ))}
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
