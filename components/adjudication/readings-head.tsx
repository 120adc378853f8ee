import { Badge } from "#components/ui/badge.tsx";
import { languageProps } from "#components/ui/language-props.ts";
import { Section } from "#components/ui/section.tsx";
import type { Reading } from "#lib/domain/adjudication/compare.ts";
import { adjudicationStrings as strings } from "#lib/domain/strings/adjudication.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { decisionTones } from "./decision-tones.ts";

/** Who decided what and why, side by side. */
export function ReadingsHead({ readings }: { readings: readonly Reading[] }) {
  return (
    <Section title={strings.readings}>
      <ul className="grid gap-x-8 border-y border-line sm:grid-cols-2 lg:auto-cols-fr lg:grid-flow-col">
        {readings.map(({ id, by, decision, reasoning, responseVerdict, note }) => (
          <li key={id} className="py-3">
            <p className="flex flex-wrap items-center gap-2 text-sm">
              <b className="font-[550]">{by}</b>
              <Badge tone={decisionTones[decision]}>{strings.decisions[decision]}</Badge>
            </p>
            <p className="mt-0.5 text-xs text-ink-3">
              {[
                reasoning && roomStrings.history.reasoning(reviewStrings.reasoning.answers[reasoning]),
                responseVerdict && strings.verdict(reviewStrings.response.answers[responseVerdict]),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            <p
              {...languageProps(note ?? "")}
              className={
                note
                  ? "mt-1.5 max-w-[66ch] text-sm wrap-anywhere whitespace-pre-wrap"
                  : "mt-1.5 text-sm text-ink-3"
              }
            >
              {note ?? strings.noNote}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
