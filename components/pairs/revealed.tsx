import { TextLink } from "#components/ui/text-link.tsx";
import type { Reveal } from "#lib/domain/pair/room.ts";
import { deliberationStrings } from "#lib/domain/strings/deliberation.ts";
import { pairRoomStrings as strings } from "#lib/domain/strings/pair-room.ts";

/** What is said of the two sides once the person has answered. */
export function Revealed({ reveal, slug }: { reveal: Reveal; slug: string }) {
  const { origin, scores, isApproved, labels, others, deliberation } = reveal;
  return (
    <div className="mt-5 grid max-w-[75ch] gap-2 text-sm text-ink-2">
      <p>
        {strings.origin[origin]} {scores && strings.scores(scores.selected, scores.rejected)}
      </p>
      {!isApproved && <p>{strings.unreviewed}</p>}
      {origin !== "belief" && reveal.decision === null && <p>{strings.flipHint}</p>}
      {labels.length > 0 && (
        <div>
          <h2 className="text-xs font-semibold text-ink-3">{strings.labels}</h2>
          <ul className="mt-1 grid gap-1">
            {labels.map(({ text, label, why }) => (
              <li key={`${label}-${text}`}>
                <b className="font-medium">{deliberationStrings.labels[label]}</b>: “{text}”{why && ` ${why}`}
              </li>
            ))}
          </ul>
        </div>
      )}
      {others.length > 0 && (
        <ul className="grid gap-1">
          {others.map(({ name, better, decision }) => (
            <li key={name}>
              {strings.others(
                name,
                strings.otherBetter[better ?? "neither"],
                decision && strings.otherDecision[decision],
              )}
            </li>
          ))}
        </ul>
      )}
      {deliberation && (
        <p>
          <TextLink href={`/projects/${slug}/runs/${deliberation}`}>{strings.toDeliberation}</TextLink>
        </p>
      )}
    </div>
  );
}
