import { ActionConfirm } from "#components/ui/action-confirm.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import type { BatchRow } from "#lib/domain/review/batch.ts";
import { batchStrings as strings } from "#lib/domain/strings/batches.ts";

type BatchesTableProps = {
  batches: readonly BatchRow[];
  slug: string;
  cancel: ServerAction<{ slug: string; id: string }, unknown>;
};

const { columns } = strings;

/** Batches, newest first, with how far each is. */
export function BatchesTable({ batches, slug, cancel }: BatchesTableProps) {
  return (
    <Table label={strings.title}>
      <TableHead>
        <HeaderCell>{columns.name}</HeaderCell>
        <HeaderCell>{columns.due}</HeaderCell>
        <HeaderCell>{columns.progress}</HeaderCell>
        <HeaderCell>{columns.people}</HeaderCell>
        <HeaderCell>
          <span className="sr-only">{strings.cancel}</span>
        </HeaderCell>
      </TableHead>
      <TableBody>
        {batches.map(({ id, name, dueOn, endedAt, records, done, people }) => (
          <Row key={id}>
            <Cell>
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-medium wrap-anywhere">{name}</span>
                {endedAt && <Badge>{strings.ended}</Badge>}
              </span>
            </Cell>
            <Cell label={columns.due}>
              <Time value={dueOn} format="day" />
            </Cell>
            <Cell label={columns.progress} className="min-w-40">
              <Progress
                label={name}
                value={done}
                max={records}
                text={strings.progress(done, records)}
                className="max-sm:w-40"
              />
            </Cell>
            <Cell label={columns.people} className="text-ink-2">
              <ul>
                {people.map((person) => (
                  <li key={person.id}>{strings.reviewed(person.name, person.reviewed)}</li>
                ))}
              </ul>
            </Cell>
            <Cell className="text-right">
              {endedAt === null && (
                <ActionConfirm
                  trigger={<Button size="sm">{strings.cancel}</Button>}
                  title={strings.cancelTitle(name)}
                  description={strings.cancelText}
                  confirm={strings.cancel}
                  dismiss={strings.keep}
                  danger
                  action={cancel}
                  input={{ slug, id }}
                  done={strings.cancelled}
                />
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
