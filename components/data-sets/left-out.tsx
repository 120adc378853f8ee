import { type LeftOut as Counts, leftOutReasons } from "#lib/domain/export/left-out.ts";
import { dataSetStrings } from "#lib/domain/strings/data-sets.ts";

const strings = dataSetStrings.preview;

/** How many records stay out and why; reasons that nothing stays out for are not named. */
export function LeftOut({ counts }: { counts: Counts }) {
  const reasons = leftOutReasons.filter((reason) => counts[reason] > 0);
  if (reasons.length === 0) return <p className="text-sm text-ink-2">{strings.nothingLeftOut}</p>;
  return (
    <ul className="grid w-fit grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
      {reasons.map((reason) => (
        <li key={reason} className="col-span-2 grid grid-cols-subgrid">
          <span className="text-right font-medium tabular-nums">{counts[reason].toLocaleString("en")}</span>
          <span className="text-ink-2">{strings.reasons[reason]}</span>
        </li>
      ))}
    </ul>
  );
}
