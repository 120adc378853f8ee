import { Severity } from "#components/prompts/severity.tsx";
import type { PreviewRow } from "#lib/domain/import/view.ts";
import { importPageStrings as strings } from "#lib/domain/strings/import-pages.ts";

/** Rows of a file as they would be imported, with what keeps any of them out. */
export function PreviewList({ rows }: { rows: readonly PreviewRow[] }) {
  if (rows.length === 0) return <p className="py-6 text-ink-2 text-sm">{strings.noRows}</p>;
  return (
    <ol className="divide-y divide-line border-line border-b">
      {rows.map((row) => (
        <li key={row.row} className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[5rem_1fr_auto]">
          <span className="text-ink-3 text-xs tabular-nums leading-6">{strings.row(row.row)}</span>
          <div className="min-w-0">
            <PreviewText row={row} />
            {row.fault ? <p className="mt-1 text-bad text-sm">{row.fault}</p> : null}
            {row.duplicate ? <p className="mt-1 text-sm text-warn">{row.duplicate}</p> : null}
          </div>
          {row.prompt ? (
            <div className="flex flex-wrap items-start gap-2 text-ink-3 text-xs">
              {[row.prompt.category, row.prompt.subcategory].filter(Boolean).join(" › ")}
              <Severity level={row.prompt.severity} />
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function PreviewText({ row: { prompt, cot, fault, duplicate } }: { row: PreviewRow }) {
  if (!prompt) return null;
  const isKeptOut = fault !== null || duplicate !== null;
  return (
    <div className={isKeptOut ? "text-ink-3" : undefined}>
      {prompt.messages.length > 1 ? (
        <p className="text-ink-3 text-xs">
          {strings.conversation} · {prompt.messages.length}
        </p>
      ) : null}
      <p
        dir="auto"
        className="line-clamp-4 max-w-[70ch] whitespace-pre-wrap break-words font-read text-[15.5px]/[1.45]"
      >
        {prompt.messages.at(-1)?.content}
      </p>
      {cot ? (
        <details className="mt-1 text-sm">
          <summary className="cursor-pointer text-ink-2">{strings.thoughts(cot.thoughts.length)}</summary>
          <ol className="mt-1 max-w-[70ch] list-decimal space-y-1 pl-6 font-read">
            {cot.thoughts.map((thought, index) => (
              // The rows of a staged file never change, so the place is an identity.
              <li key={index}>{thought}</li>
            ))}
          </ol>
          <p className="mt-2 text-ink-3 text-xs">{strings.response}</p>
          <p className="max-w-[70ch] whitespace-pre-wrap font-read">{cot.response}</p>
        </details>
      ) : null}
    </div>
  );
}
