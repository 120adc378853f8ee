import { Section } from "#components/ui/section.tsx";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { type RefusalRate, rateOf, refusalsToShow } from "#lib/domain/run/refusals.ts";
import { refusalStrings as strings } from "#lib/domain/strings/refusals.ts";

const { columns } = strings;

/** How often which model declined the task, by category: a bar, its rate, and on how many replies it rests. */
export function Refusals({ rates }: { rates: readonly RefusalRate[] }) {
  const { shown, total, rest } = refusalsToShow(rates);
  if (total.replies === 0) return null;
  return (
    <Section title={strings.title}>
      <p className="text-ink-2 text-sm">
        {total.refusals === 0
          ? strings.none(total.replies)
          : strings.total(total.refusals, total.replies, strings.percent(rateOf(total)))}
        <span className="text-ink-3"> {strings.hint}</span>
      </p>
      {total.refusals === 0 ? null : (
        <Table label={strings.title} className="mt-2 max-w-3xl">
          <TableHead>
            <HeaderCell>{columns.category}</HeaderCell>
            <HeaderCell>{columns.model}</HeaderCell>
            <HeaderCell>{columns.rate}</HeaderCell>
            <HeaderCell align="end">{columns.replies}</HeaderCell>
          </TableHead>
          <TableBody>
            {shown.map((rate) => (
              <Row key={`${rate.endpoint} ${rate.model} ${rate.category}`}>
                <Cell>{rate.category ?? <span className="text-ink-3">{strings.noCategory}</span>}</Cell>
                <Cell label={columns.model}>
                  {rate.endpoint} · <span className="font-mono text-xs">{rate.model}</span>
                </Cell>
                <RateCells rate={rate} />
              </Row>
            ))}
            {rest ? (
              <Row>
                <Cell className="text-ink-3">{strings.others(rest.rows)}</Cell>
                <Cell className="max-sm:hidden" />
                <RateCells rate={rest} />
              </Row>
            ) : null}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}

function RateCells({ rate }: { rate: Pick<RefusalRate, "replies" | "refusals"> }) {
  const share = rateOf(rate);
  return (
    <>
      <Cell label={columns.rate}>
        <span className="flex items-center gap-2.5 max-sm:justify-end">
          <span aria-hidden className="h-2 w-28 overflow-hidden rounded-full bg-line sm:w-40">
            <span className="block h-full bg-warn" style={{ width: `${share * 100}%` }} />
          </span>
          {strings.percent(share)}
        </span>
      </Cell>
      <Cell label={columns.replies} align="end">
        {rate.replies.toLocaleString("en")}
      </Cell>
    </>
  );
}
