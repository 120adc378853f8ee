import type { ReactNode } from "react";
import { policiesStrings as strings } from "#lib/domain/strings/policies.ts";
import { MarkdownParts } from "./markdown.tsx";

/** Clauses one under the other; takes ClauseRows. */
export function ClauseList({ children }: { children: ReactNode }) {
  return <ol className="mt-6">{children}</ol>;
}

type ClauseRowProps = {
  number: string;
  /** The number links to the clause itself, for whoever wants to point at it. */
  isTarget?: boolean;
  mark?: ReactNode;
  children: ReactNode;
};

/** One clause: its number in the margin, its text in the reading voice. */
export function ClauseRow({ number, isTarget = false, mark, children }: ClauseRowProps) {
  const numberStyle = "font-ui text-sm font-medium text-ink-3 tabular-nums";
  return (
    <li
      id={isTarget ? clauseAnchor(number) : undefined}
      className="group grid grid-cols-[3.25rem_minmax(0,1fr)] items-baseline border-t border-line py-3.5 last:border-b target:bg-accent-soft sm:grid-cols-[4rem_minmax(0,1fr)]"
    >
      {isTarget ? (
        <a
          href={`#${clauseAnchor(number)}`}
          aria-label={strings.read.linkToClause(number)}
          className={`${numberStyle} w-fit rounded-sm py-0.5 underline-offset-3 hover:text-accent hover:underline group-target:text-accent`}
        >
          {number}
        </a>
      ) : (
        <span className={numberStyle}>{number}</span>
      )}
      <div className="min-w-0">
        {mark}
        {children}
      </div>
    </li>
  );
}

/** The text of a clause. */
export function ClauseText({ text }: { text: string }) {
  return (
    <div className="max-w-read font-read text-read wrap-anywhere [&>*+*]:mt-[0.6em] [&_:is(ul,ol)]:pl-[1.4em] [&_a]:text-accent [&_a]:underline [&_ol]:list-decimal [&_strong]:font-semibold [&_ul]:list-disc">
      <MarkdownParts text={text} />
    </div>
  );
}

/** Where a clause stands on the page of its policy. */
function clauseAnchor(number: string): string {
  return `clause-${number}`;
}
