"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { RefusalNotice } from "#components/ui/refusal-notice.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { BlindAnswer, sideNamed } from "#lib/domain/pair/judge.ts";
import { discardFaults } from "#lib/domain/pair/pair.ts";
import type { Reveal } from "#lib/domain/pair/room.ts";
import { pairRoomStrings as strings } from "#lib/domain/strings/pair-room.ts";
import type { PairHand } from "./use-pair.ts";

/** What is asked at this moment, with one button and one key for each way to answer. */
export function DecisionBar({
  hand,
  reveal,
  undoable,
}: {
  hand: PairHand;
  reveal: Reveal | null;
  undoable: boolean;
}) {
  return (
    <section
      aria-label={strings.bar}
      className="sticky bottom-0 z-20 -mx-3.5 mt-6 border-line border-t bg-paper px-3.5 py-3 max-lg:static"
    >
      <RefusalNotice refusal={hand.refusal} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
        {reveal ? <Decision hand={hand} reveal={reveal} /> : <Question hand={hand} />}
        <span className="ml-auto flex flex-wrap gap-2">
          {undoable && (
            <Act
              name={reveal?.decision ? strings.undo : strings.undoLast}
              keys={["mod", "z"]}
              hand={hand}
              onClick={hand.undo}
              quiet
            />
          )}
          {reveal?.decision ? null : (
            <Act name={strings.skip} keys={["s"]} hand={hand} onClick={hand.next} quiet />
          )}
        </span>
      </div>
    </section>
  );
}

function Question({ hand }: { hand: PairHand }) {
  return (
    <Choice title={strings.question}>
      {BlindAnswer.options.map((answer, index) => (
        <Act
          key={answer}
          name={strings.answers[answer]}
          keys={[String(index + 1)]}
          hand={hand}
          onClick={() => hand.answer(answer)}
        />
      ))}
    </Choice>
  );
}

function Decision({ hand, reveal }: { hand: PairHand; reveal: Reveal }) {
  if (reveal.decision) {
    return (
      <Choice title={strings.decided[reveal.decision.kind]}>
        <Act name={strings.next} keys={["n"]} hand={hand} onClick={hand.next} primary />
      </Choice>
    );
  }
  if (hand.isAsking) {
    return (
      <Choice title={strings.discardWhy}>
        {discardFaults.map((fault, index) => (
          <Act
            key={fault}
            name={strings.faults[fault]}
            keys={[String(index + 1)]}
            hand={hand}
            onClick={() => hand.decide({ kind: "discard", fault })}
          />
        ))}
        <Act name={strings.back} keys={["escape"]} hand={hand} onClick={() => hand.setAsking(false)} quiet />
      </Choice>
    );
  }
  const better = sideNamed(reveal.answer, reveal.first);
  return (
    <Choice title={strings.youFound[better ?? "neither"]}>
      <Act
        name={strings.keep}
        keys={["k"]}
        hand={hand}
        onClick={() => hand.decide({ kind: "keep" })}
        primary={better === "selected"}
      />
      <Act
        name={reveal.origin === "belief" ? strings.judgedBetter : strings.flip}
        keys={["f"]}
        hand={hand}
        onClick={() => hand.decide({ kind: "flip" })}
      />
      <Act name={strings.discard} keys={["x"]} hand={hand} onClick={() => hand.setAsking(true)} />
    </Choice>
  );
}

function Choice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <p aria-live="polite" className="font-medium max-sm:w-full">
        {title}
      </p>
      <span className="flex flex-wrap gap-2">{children}</span>
    </>
  );
}

type ActProps = {
  name: string;
  keys: readonly string[];
  hand: PairHand;
  onClick: () => void;
  primary?: boolean;
  quiet?: boolean;
};

function Act({ name, keys, hand, onClick, primary = false, quiet = false }: ActProps) {
  return (
    <Button
      variant={primary ? "primary" : quiet ? "quiet" : undefined}
      aria-disabled={hand.busy || undefined}
      onClick={() => !hand.busy && onClick()}
    >
      {name}
      <Shortcut keys={keys} inherit={primary} />
    </Button>
  );
}
