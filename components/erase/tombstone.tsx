import { Time } from "#components/ui/time.tsx";
import { eraseStrings as strings } from "#lib/domain/strings/erase.ts";

type TombstoneProps = {
  /** When, and why, where whoever looks may know. */
  at?: Date | string;
  reason?: string;
};

/** Stands where content was erased, so that a gap is never taken for a fault. */
export function Tombstone({ at, reason }: TombstoneProps) {
  return (
    <div className="rounded-lg border border-dashed border-line-strong px-4 py-3 text-sm text-ink-2">
      <p>
        <b className="font-medium text-ink">{strings.tombstone}</b>
        {at !== undefined && (
          <>
            {" "}
            <Time value={at} format="date" />
          </>
        )}
      </p>
      <p>{reason ?? strings.tombstoneSentence}</p>
    </div>
  );
}
