import { CircleCheck, TriangleAlert } from "lucide-react";
import type { PolicyFault } from "#lib/domain/policy/parse.ts";
import { policiesStrings } from "#lib/domain/strings/policies.ts";

const strings = policiesStrings.edit;

type ProblemsProps = {
  id: string;
  faults: readonly PolicyFault[];
  onChoose: (line: number) => void;
};

/** What keeps a draft from being published; each leads to its line. */
export function Problems({ id, faults, onChoose }: ProblemsProps) {
  return (
    <div id={id} className="text-sm">
      <p aria-live="polite" className="flex items-center gap-1.5 font-medium">
        {faults.length === 0 ? (
          <>
            <CircleCheck aria-hidden className="size-4 text-ok" />
            <span className="text-ok">{strings.noProblems}</span>
          </>
        ) : (
          <>
            <TriangleAlert aria-hidden className="size-4 text-bad" />
            <span className="text-bad">{strings.problems(faults.length)}</span>
          </>
        )}
      </p>
      {faults.length > 0 && (
        <ol className="mt-1.5 divide-y divide-line border-y border-line">
          {faults.map(({ line, message }) => (
            <li key={`${line} ${message}`}>
              <button
                type="button"
                onClick={() => onChoose(line)}
                className="flex w-full items-baseline gap-3 py-2 text-left hover:bg-hover"
              >
                <span className="w-14 shrink-0 text-xs text-ink-3 tabular-nums">{strings.line(line)}</span>
                <span>{message}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
