import { ClauseChips } from "#components/deliberation/clause-chip.tsx";
import { cx } from "#components/ui/cx.ts";
import type { DeliberationView, JudgedView } from "#lib/domain/deliberation/view.ts";
import { gradingStrings as strings } from "#lib/domain/strings/grading.ts";

/** A chain of thought as judges read it, numbered, with its response; thoughts that a score rests on are marked. */
export function JudgedChain({
  chain,
  clauses,
  marked = [],
}: {
  chain: Pick<JudgedView, "thoughts" | "response">;
  clauses: DeliberationView["clauses"];
  /** Ids of thoughts. */
  marked?: readonly string[];
}) {
  return (
    <>
      <ol className="mt-2">
        {chain.thoughts.map(({ id, text, clauses: cited }, index) => {
          const isNamed = marked.includes(id);
          return (
            <li
              key={id}
              data-evidence={isNamed || undefined}
              className={cx(
                "grid grid-cols-[1.75rem_minmax(0,1fr)] border-line border-b py-3 pl-2",
                isNamed && "bg-accent-soft shadow-[inset_3px_0_var(--accent)]",
              )}
            >
              <span className="pt-1 text-ink-3 text-xs tabular-nums">{index + 1}</span>
              <div className="min-w-0">
                <p className="max-w-[70ch] font-read text-[16px]/[1.55]">{text}</p>
                <div className="mt-1.5 flex flex-wrap gap-1.5">
                  <ClauseChips cited={cited} clauses={clauses} />
                </div>
              </div>
            </li>
          );
        })}
      </ol>
      <h3 className="mt-5 font-semibold text-sm">{strings.response}</h3>
      <p className="mt-1.5 max-w-[70ch] whitespace-pre-wrap font-read text-[16px]/[1.55]">{chain.response}</p>
    </>
  );
}
