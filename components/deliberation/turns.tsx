import { ClauseChips } from "#components/deliberation/clause-chip.tsx";
import { ResponseChange } from "#components/deliberation/response-change.tsx";
import { ThoughtLine } from "#components/deliberation/thought-line.tsx";
import { TurnFrame } from "#components/deliberation/turn.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { agrees } from "#lib/domain/deliberation/state.ts";
import type { Turn } from "#lib/domain/deliberation/turn.ts";
import type { Spoken, TurnView } from "#lib/domain/deliberation/view.ts";
import { dimensions } from "#lib/domain/grading/dimension.ts";
import { deliberationPageStrings as strings } from "#lib/domain/strings/deliberation-page.ts";
import { gradingStrings } from "#lib/domain/strings/grading.ts";

type TurnProps<S extends Turn["stage"]> = {
  view: TurnView;
  turn: Extract<Turn, { stage: S }>;
  deliberation: Spoken;
  /** The response as it stood before this turn. */
  before: string | null;
  /** Text of every thought said so far, by id. */
  said: ReadonlyMap<string, string>;
};

const riskTone = { benign: "ok", ambiguous: "warn", malicious: "bad" } as const;

function IntentTurn({ view, turn, deliberation }: TurnProps<"intent">) {
  const { intents } = turn.reply;
  return (
    <TurnFrame view={view} deliberation={deliberation} aside={strings.intents(intents.length)}>
      <ul className="mt-1.5 space-y-1 text-sm text-ink-2">
        {intents.map((intent) => (
          <li key={`${intent.kind}:${intent.text}`} className="flex flex-wrap items-baseline gap-x-2">
            <span>{intent.text}</span>
            <span className="text-ink-3 text-xs">{strings.intentKind[intent.kind]}</span>
            <Badge tone={riskTone[intent.risk]}>{strings.risk[intent.risk]}</Badge>
          </li>
        ))}
      </ul>
    </TurnFrame>
  );
}

function AnswerTurn({
  view,
  turn,
  deliberation,
}: TurnProps<"initial"> | TurnProps<"baseline"> | TurnProps<"sample"> | TurnProps<"believe">) {
  const { thoughts, response, disposition } = turn.reply;
  return (
    <TurnFrame view={view} deliberation={deliberation} aside={strings.disposition[disposition]}>
      {thoughts.map((thought, index) => (
        // A turn never changes, so the place in it is an identity.
        <ThoughtLine key={`t${view.seq}.${index + 1}`} text={thought.text}>
          <ClauseChips cited={thought.clauses} clauses={deliberation.clauses} />
        </ThoughtLine>
      ))}
      <ResponseChange before={null} after={response} />
    </TurnFrame>
  );
}

function DeliberateTurn({ view, turn, deliberation, before, said }: TurnProps<"deliberate">) {
  const { reason, newThoughts, response } = turn.reply;
  const rewords = response !== null && response !== before;
  const quiet = newThoughts.length === 0 && !rewords;
  return (
    <TurnFrame
      view={view}
      deliberation={deliberation}
      verdict={agrees(turn, before) ? "agree" : "revise"}
      aside={quiet ? reason : undefined}
    >
      {quiet ? null : <p className="mt-1 text-sm text-ink-2">{reason}</p>}
      {newThoughts.map((thought, index) => {
        const replaced = thought.replaces === null ? undefined : said.get(thought.replaces);
        return (
          <div key={`t${view.seq}.${index + 1}`}>
            {replaced ? <ThoughtLine removed text={replaced} /> : null}
            <ThoughtLine text={thought.text}>
              <ClauseChips cited={thought.clauses} clauses={deliberation.clauses} />
            </ThoughtLine>
          </div>
        );
      })}
      {rewords ? <ResponseChange before={before} after={response} /> : null}
    </TurnFrame>
  );
}

function RefineTurn({ view, turn, deliberation, before, said }: TurnProps<"refine">) {
  const { thoughts, response } = turn.reply;
  const removed = thoughts.filter((thought) => !thought.keep);
  const edited = thoughts.filter((thought) => thought.keep && thought.text !== null);
  return (
    <TurnFrame view={view} deliberation={deliberation}>
      {removed.map((thought) => (
        <ThoughtLine key={thought.id} removed text={said.get(thought.id) ?? thought.id}>
          <Chip>{`${strings.label[thought.label]}: ${thought.why}`}</Chip>
        </ThoughtLine>
      ))}
      {edited.map((thought) => (
        <div key={thought.id}>
          <ThoughtLine removed text={said.get(thought.id) ?? thought.id} />
          <ThoughtLine text={thought.text ?? ""}>
            <span className="text-ink-3">{thought.why}</span>
          </ThoughtLine>
        </div>
      ))}
      <p className="mt-1.5 text-sm text-ink-2">
        {strings.refiner.kept(thoughts.length - removed.length, thoughts.length)},{" "}
        {strings.refiner.edited(edited.length)};{" "}
        {response === before ? strings.refiner.responseSame : strings.refiner.responseChanged}.
      </p>
      {response === before ? null : <ResponseChange before={before} after={response} />}
    </TurnFrame>
  );
}

function WhisperTurn({ view, turn, deliberation }: TurnProps<"whisper">) {
  return (
    <TurnFrame view={view} deliberation={deliberation}>
      <blockquote
        aria-label={strings.beliefLabel}
        className="mt-1.5 max-w-[70ch] border-line-strong border-l-2 pl-3 font-read text-[16px]/[1.55]"
      >
        {turn.reply.belief}
      </blockquote>
      <p className="mt-1.5 text-sm text-ink-2">{turn.reply.reason}</p>
    </TurnFrame>
  );
}

function AssessTurn({ view, turn, deliberation }: TurnProps<"assess">) {
  const { probability, why, clauses } = turn.reply;
  return (
    <TurnFrame view={view} deliberation={deliberation} aside={strings.violation(probability)}>
      <p className="mt-1.5 text-sm text-ink-2">
        {why}{" "}
        {clauses.length > 0 ? (
          <span className="inline-flex flex-wrap gap-1.5 align-baseline text-xs">
            <ClauseChips cited={clauses} clauses={deliberation.clauses} />
          </span>
        ) : null}
      </p>
    </TurnFrame>
  );
}

/** One turn, in the form of its stage. */
export function TurnCard(props: {
  view: TurnView;
  deliberation: Spoken;
  before: string | null;
  said: ReadonlyMap<string, string>;
}) {
  const { turn } = props.view;
  switch (turn?.stage) {
    case undefined:
      return <TurnFrame view={props.view} deliberation={props.deliberation} />;
    case "intent":
      return <IntentTurn {...props} turn={turn} />;
    case "initial":
      return <AnswerTurn {...props} turn={turn} />;
    case "baseline":
      return <AnswerTurn {...props} turn={turn} />;
    case "deliberate":
      return <DeliberateTurn {...props} turn={turn} />;
    case "refine":
      return <RefineTurn {...props} turn={turn} />;
    case "compare":
      return (
        <TurnFrame
          view={props.view}
          deliberation={props.deliberation}
          aside={gradingStrings.preferred(turn.seq, turn.reply.better)}
        >
          <p className="mt-1.5 max-w-[70ch] text-sm text-ink-2">{turn.reply.why}</p>
        </TurnFrame>
      );
    case "whisper":
      return <WhisperTurn {...props} turn={turn} />;
    case "sample":
      return <AnswerTurn {...props} turn={turn} />;
    case "believe":
      return <AnswerTurn {...props} turn={turn} />;
    case "assess":
      return <AssessTurn {...props} turn={turn} />;
    case "answer":
      return (
        <TurnFrame view={props.view} deliberation={props.deliberation}>
          <p dir="auto" className="mt-1.5 max-w-[70ch] whitespace-pre-wrap font-read text-[16px]/[1.55]">
            {turn.reply.response}
          </p>
        </TurnFrame>
      );
    case "examine":
      return (
        <TurnFrame
          view={props.view}
          deliberation={props.deliberation}
          aside={strings.examined(turn.reply.refuses, turn.reply.safe)}
        >
          <p className="mt-1.5 max-w-[70ch] text-sm text-ink-2">{turn.reply.why}</p>
        </TurnFrame>
      );
    case "grade":
      return (
        <TurnFrame view={props.view} deliberation={props.deliberation}>
          <p className="mt-1.5 text-sm text-ink-2">
            {dimensions
              .map((dimension) =>
                strings.score(gradingStrings.dimension[dimension], turn.reply[dimension].score),
              )
              .join("; ")}
          </p>
        </TurnFrame>
      );
  }
}
