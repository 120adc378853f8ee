"use client";

import { TurnLink } from "#components/deliberation/turn-link.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { seqOf } from "#lib/domain/deliberation/provenance.ts";
import type { DeliberationView } from "#lib/domain/deliberation/view.ts";
import { deliberationPageStrings as strings } from "#lib/domain/strings/deliberation-page.ts";

/** A cited clause; opens its text. One that the policies do not hold is dashed and says so. */
function ClauseChip({ clause, clauses }: { clause: string; clauses: DeliberationView["clauses"] }) {
  const known = clauses[clause];
  return (
    <Popover trigger={<Chip variant={known ? "solid" : "dashed"}>{clause}</Chip>}>
      {known ? (
        <>
          <p className="font-medium text-sm">
            {clause} · {known.policy}
          </p>
          <p className="mt-1 text-sm text-ink-2">{known.text}</p>
          {known.citedBy ? <CitedBy ids={known.citedBy} /> : null}
        </>
      ) : (
        <p className="text-sm text-ink-2">{strings.unknownClause(clause)}</p>
      )}
    </Popover>
  );
}

/** Which thoughts of the result rest on a clause, each leading to the turn that said it. */
function CitedBy({ ids }: { ids: readonly string[] }) {
  return (
    <p className="mt-2 flex flex-wrap gap-x-3 text-sm/6 text-ink-2">
      {ids.length === 0 ? strings.citedByNone : strings.citedBy}
      {ids.map((id) => (
        <TurnLink key={id} seq={seqOf(id)}>
          {id}
        </TurnLink>
      ))}
    </p>
  );
}

/** The clauses of a thought in a row, or the remark that it cites none. */
export function ClauseChips({
  cited,
  clauses,
}: {
  cited: readonly string[];
  clauses: DeliberationView["clauses"];
}) {
  if (cited.length === 0) return <Chip variant="dashed">{strings.citesNoClause}</Chip>;
  return cited.map((clause) => <ClauseChip key={clause} clause={clause} clauses={clauses} />);
}
