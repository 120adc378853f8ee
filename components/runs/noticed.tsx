import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { RunNoticed } from "#lib/domain/run/view.ts";
import { checkStrings as strings } from "#lib/domain/strings/checks.ts";

type NoticedProps = {
  noticed: RunNoticed;
  /** Deliberations that gave a chain of thought. */
  given: number;
  /** Address of the run. */
  base: string;
};

/** In how many deliberations of a run each check noticed something; each leads to those. */
export function Noticed({ noticed: { counts, withheld }, given, base }: NoticedProps) {
  if (given === 0) return null;
  const of = Math.max(1, given - withheld);
  return (
    <Section title={strings.title}>
      {counts.length === 0 ? (
        <p className="text-ink-2 text-sm">{strings.none(withheld)}</p>
      ) : (
        <div className="max-w-xl">
          <ul className="space-y-1 text-sm">
            {counts.map(({ check, n }) => (
              <li key={check} className="grid grid-cols-[11.5rem_minmax(0,1fr)_3rem] items-center gap-x-3">
                <TextLink href={`${base}?show=${check}`}>{strings.names[check]}</TextLink>
                <span aria-hidden className="h-2 overflow-hidden rounded-full bg-line">
                  <span
                    className="block h-full min-w-0.5 rounded-full bg-accent"
                    style={{ width: `${Math.min(100, (n / of) * 100)}%` }}
                  />
                </span>
                <span className="text-right tabular-nums">{n.toLocaleString("en")}</span>
              </li>
            ))}
          </ul>
          <p className="mt-2 text-ink-3 text-xs">{strings.summary(of, withheld)}</p>
        </div>
      )}
    </Section>
  );
}
