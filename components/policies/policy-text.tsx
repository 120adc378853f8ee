import type { PolicyText as Text } from "#lib/domain/policy/parse.ts";
import { ClauseList, ClauseRow, ClauseText } from "./clause-list.tsx";
import { Markdown } from "./markdown.tsx";

/** A policy to be read: introduction, then clauses with their numbers as places to point at. */
export function PolicyText({ text, isTarget = true }: { text: Omit<Text, "title">; isTarget?: boolean }) {
  return (
    <>
      {text.intro !== "" && <Markdown text={text.intro} className="text-ink-2" />}
      <ClauseList>
        {text.clauses.map((clause) => (
          <ClauseRow key={clause.number} number={clause.number} isTarget={isTarget}>
            <ClauseText text={clause.text} />
          </ClauseRow>
        ))}
      </ClauseList>
    </>
  );
}
