import { ClauseChips } from "#components/deliberation/clause-chip.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { languageProps } from "#components/ui/language-props.ts";
import { differences, type Run } from "#lib/domain/pair/differences.ts";
import type { PairSide as Side } from "#lib/domain/pair/judge.ts";
import type { PairRoom, ShownSide } from "#lib/domain/pair/room.ts";
import { deliberationPageStrings } from "#lib/domain/strings/deliberation-page.ts";
import { pairRoomStrings as strings } from "#lib/domain/strings/pair-room.ts";

type PairSideProps = {
  title: string;
  side: ShownSide;
  other: ShownSide;
  clauses: PairRoom["clauses"];
  /** Marks what the other side does not say. */
  marked: boolean;
  /** Which side it is, once the person may know. */
  named: Side | null;
};

/** One of two chains of thought with its response, to be read beside the other. */
export function PairSide({ title, side, other, clauses, marked, named }: PairSideProps) {
  const runs = marked ? differences(side, other) : plain(side);
  return (
    <section
      aria-label={title}
      className="min-w-0 rounded-md border border-line bg-surface px-4 py-3.5 sm:px-5"
    >
      <h2 className="mb-3 flex flex-wrap items-baseline gap-2.5 font-medium">
        {title}
        {named && <Badge tone={named === "selected" ? "ok" : "bad"}>{strings[named]}</Badge>}
      </h2>
      <ol className="grid gap-3">
        {side.thoughts.map((thought, index) => (
          // A side never changes, so the place in it is an identity.
          <li key={`${index}-${thought.text}`} className="border-line border-l-2 pl-3.5">
            <p
              {...languageProps(thought.text)}
              className="font-read text-read wrap-anywhere whitespace-pre-wrap"
            >
              <Runs runs={runs.thoughts[index] ?? []} />
            </p>
            <p className="mt-1 flex flex-wrap gap-1.5">
              <ClauseChips cited={thought.clauses} clauses={clauses} />
            </p>
          </li>
        ))}
      </ol>
      <h3 className="mt-5 mb-1 flex flex-wrap gap-2.5 text-xs font-semibold text-ink-3">
        {strings.response}
        {side.disposition && (
          <span className="font-normal">{deliberationPageStrings.disposition[side.disposition]}</span>
        )}
      </h3>
      <p {...languageProps(side.response)} className="font-read text-read wrap-anywhere whitespace-pre-wrap">
        <Runs runs={runs.response} />
      </p>
    </section>
  );
}

/** Words for screen readers have a direction of their own: they must not decide which way the text runs. */
function Runs({ runs }: { runs: readonly Run[] }) {
  let offset = 0;
  return runs.map(({ text, isOwn }) => {
    const key = offset;
    offset += text.length;
    return isOwn ? (
      <mark key={key} className="rounded-[3px] bg-accent-soft text-ink">
        <span dir="ltr" className="sr-only">
          {" "}
          [{strings.onlyHere}:{" "}
        </span>
        {text}
        <span dir="ltr" className="sr-only">
          ]{" "}
        </span>
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}

function plain({ thoughts, response }: ShownSide): { thoughts: Run[][]; response: Run[] } {
  const one = (text: string): Run[] => [{ text, isOwn: false }];
  return { thoughts: thoughts.map(({ text }) => one(text)), response: one(response) };
}
