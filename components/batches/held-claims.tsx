import { ActionConfirm } from "#components/ui/action-confirm.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import type { HeldClaim } from "#lib/domain/review/batch.ts";
import { batchStrings as strings } from "#lib/domain/strings/batches.ts";

type HeldClaimsProps = {
  claims: readonly HeldClaim[];
  slug: string;
  free: ServerAction<{ slug: string; reviewId: string }, unknown>;
};

const { claimColumns: columns } = strings;

/** Who holds a record at this moment, not which. */
export function HeldClaims({ claims, slug, free }: HeldClaimsProps) {
  if (claims.length === 0) return <p className="text-sm text-ink-2">{strings.noClaims}</p>;
  return (
    <Table label={strings.claims}>
      <TableHead>
        <HeaderCell>{columns.person}</HeaderCell>
        <HeaderCell>{columns.since}</HeaderCell>
        <HeaderCell>{columns.until}</HeaderCell>
        <HeaderCell>
          <span className="sr-only">{strings.free}</span>
        </HeaderCell>
      </TableHead>
      <TableBody>
        {claims.map(({ reviewId, name, since, until }) => (
          <Row key={reviewId}>
            <Cell className="font-medium">{name}</Cell>
            <Cell label={columns.since}>
              <Time value={since} format="relative" />
            </Cell>
            <Cell label={columns.until}>
              <Time value={until} format="time" />
            </Cell>
            <Cell className="text-right">
              <ActionConfirm
                trigger={<Button size="sm">{strings.free}</Button>}
                title={strings.freeTitle(name)}
                description={strings.freeText}
                confirm={strings.free}
                action={free}
                input={{ slug, reviewId }}
                done={strings.freed}
              />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
