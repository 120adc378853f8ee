import { languageProps } from "#components/ui/language-props.ts";
import { Time } from "#components/ui/time.tsx";
import type { CommentLine } from "#lib/domain/comment/thread.ts";
import { commentStrings as strings } from "#lib/domain/strings/comments.ts";

/** What was said in one thread, oldest first, flat. */
export function ThreadLines({ comments }: { comments: readonly CommentLine[] }) {
  return (
    <ol className="grid gap-3">
      {comments.map(({ id, by, mine, text, at }) => (
        <li key={id}>
          <p className="text-xs text-ink-3">
            <span className="font-medium text-ink-2">{mine ? strings.you : by}</span> ·{" "}
            <Time value={at} format="relative" />
          </p>
          {text === null ? (
            <p className="text-sm text-ink-3">{strings.erased}</p>
          ) : (
            <p {...languageProps(text)} className="max-w-[66ch] text-sm wrap-anywhere whitespace-pre-wrap">
              {text}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
