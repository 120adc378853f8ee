import { LabelWord } from "#components/adjudication/label-word.tsx";
import { languageProps } from "#components/ui/language-props.ts";
import type { Point, Version } from "#lib/domain/adjudication/compare.ts";
import { insightStrings } from "#lib/domain/strings/insights.ts";

const strings = insightStrings.work;

/** Thoughts on which an adjudication decided otherwise: as the reviewer had them, and as decided. */
export function FeedbackPoints({ points }: { points: readonly Point[] }) {
  return (
    <ul>
      {points.map(({ id, given, versions: [yours, decided] }) => (
        <li key={id} className="mt-3 grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
          <p className="text-xs font-semibold text-ink-3 sm:col-span-2">
            {given ? strings.thought : strings.added}
          </p>
          <Side title={strings.yours} version={yours} isGiven={given !== null} />
          <Side title={strings.decided} version={decided} isGiven={given !== null} />
        </li>
      ))}
    </ul>
  );
}

type SideProps = { title: string; version: Version | undefined; isGiven: boolean };

function Side({ title, version, isGiven }: SideProps) {
  return (
    <div className="min-w-0 border-l-2 border-line pl-3">
      <p className="flex gap-2 text-xs text-ink-3">
        {title}
        {isGiven && <LabelWord label={version?.label} />}
      </p>
      {version?.thought ? (
        <p
          {...languageProps(version.thought.text)}
          className="font-read text-md break-words whitespace-pre-wrap"
        >
          {version.thought.text}
        </p>
      ) : (
        <p className="text-sm text-ink-3">{isGiven ? strings.removed : strings.notThere}</p>
      )}
    </div>
  );
}
