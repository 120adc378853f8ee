import { type RowContent, rowId } from "#lib/domain/export/row.ts";
import { dataSetStrings } from "#lib/domain/strings/data-sets.ts";

const strings = dataSetStrings.preview;

/** Some rows as they will be released: prompt, thoughts, response; long ones open on demand. */
export function RowPreview({ rows }: { rows: readonly RowContent[] }) {
  return (
    <ol className="border-b border-line">
      {withKeys(rows).map(({ key, item: row }) => (
        <li key={key} className="border-t border-line">
          <details className="group">
            <summary className="flex list-none items-baseline gap-4 py-2.5 hover:bg-hover [&::-webkit-details-marker]:hidden">
              <span className="w-16 shrink-0 text-xs text-ink-3 tabular-nums">{rowId(row)}</span>
              <span className="line-clamp-2 min-w-0 flex-1 font-read text-read group-open:line-clamp-none">
                {row.messages.at(-1)?.content}
              </span>
              <span className="shrink-0 text-xs text-ink-3">{strings.thoughts(row.thoughts.length)}</span>
            </summary>
            <Content row={row} />
          </details>
        </li>
      ))}
    </ol>
  );
}

function Content({ row }: { row: RowContent }) {
  const earlier = row.messages.length - 1;
  return (
    <div className="grid max-w-read gap-3 pb-5 sm:ml-20">
      {earlier > 0 && <p className="text-xs text-ink-3">{strings.earlierTurns(earlier)}</p>}
      <ol className="grid gap-2 border-l-2 border-line pl-4 font-read text-read text-ink-2">
        {withKeys(row.thoughts).map(({ key, item: text }) => (
          <li key={key} className="wrap-anywhere whitespace-pre-wrap">
            {text}
          </li>
        ))}
      </ol>
      <div>
        <p className="text-xs font-semibold text-ink-3">{strings.response}</p>
        <p className="font-read text-read wrap-anywhere whitespace-pre-wrap">{row.response}</p>
      </div>
    </div>
  );
}

/** Thoughts of a row have no names, and pairs may share a side; their place is fixed. */
function withKeys<T>(items: readonly T[]) {
  return items.map((item, index) => ({ key: `${index}`, item }));
}
