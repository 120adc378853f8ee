import { Severity } from "#components/prompts/severity.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { Time } from "#components/ui/time.tsx";
import { levels } from "#lib/domain/exposure/caps.ts";
import type { Ledger } from "#lib/domain/exposure/ledger.ts";
import { exposureStrings as strings } from "#lib/domain/strings/exposure.ts";

/** How much of one's share of this day is read, of each level that was read or has a limit. */
export function Today({ ledger: { dose, caps, held, nextDay } }: { ledger: Ledger }) {
  const shown = [...levels]
    .reverse()
    .filter(
      (level) => dose[level].records > 0 || caps[level].records !== null || caps[level].minutes !== null,
    );
  return (
    <>
      {shown.length === 0 && <p className="text-sm text-ink-3">{strings.noneToday}</p>}
      <ul className="grid gap-5">
        {shown.map((level) => {
          const minutes = Math.floor(dose[level].seconds / 60);
          return (
            <li key={level} className="grid gap-2.5">
              <p className="flex flex-wrap items-baseline gap-x-3 text-xs text-ink-3">
                <Severity level={level} full />
                {level === "high" && strings.orUnrated}
                {held.levels.includes(level) && <span className="text-warn">{strings.reached}</span>}
              </p>
              <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
                <Amount
                  label={strings.recordsOf(level)}
                  value={dose[level].records}
                  most={caps[level].records}
                  text={strings.ofRecords(dose[level].records, caps[level].records)}
                />
                <Amount
                  label={strings.minutesOf(level)}
                  value={minutes}
                  most={caps[level].minutes}
                  text={strings.ofMinutes(minutes, caps[level].minutes)}
                />
              </div>
            </li>
          );
        })}
      </ul>
      <p className="mt-4 text-xs text-ink-3">
        {strings.newDay} <Time value={nextDay} format="time" />.
      </p>
    </>
  );
}

type AmountProps = { label: string; value: number; most: number | null; text: string };

/** A bar where there is a limit to fill it. */
function Amount({ label, value, most, text }: AmountProps) {
  if (most === null) return <p className="self-end text-xs text-ink-2 tabular-nums">{text}</p>;
  return (
    <Progress
      label={label}
      value={Math.min(value, most)}
      max={most}
      tone={value >= most ? "warn" : "accent"}
      text={text}
    />
  );
}
