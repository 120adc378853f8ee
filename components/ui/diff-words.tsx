import { commonStrings } from "#lib/domain/strings/common.ts";

/** A run of text that stayed, came or went, as `diffWordsWithSpace` of the `diff` package gives it. */
export type DiffPart = { value: string; added?: boolean; removed?: boolean };

/**
 * A text with its changes marked word by word; said in words to screen readers. Those words have a direction of their own, so
 * that they do not decide which way the text runs.
 */
export function DiffWords({ parts }: { parts: readonly DiffPart[] }) {
  let offset = 0;
  return parts.map((part) => {
    const key = `${offset}${part.added ? "+" : part.removed ? "-" : ""}`;
    offset += part.value.length;
    if (part.added) {
      return (
        <ins key={key} className="rounded-[3px] bg-ok-soft text-ok decoration-ok/60 underline-offset-3">
          <span dir="ltr" className="sr-only">
            {" "}
            [{commonStrings.added}:{" "}
          </span>
          {part.value}
          <span dir="ltr" className="sr-only">
            ]{" "}
          </span>
        </ins>
      );
    }
    if (part.removed) {
      return (
        <del key={key} className="rounded-[3px] bg-bad-soft text-bad decoration-1">
          <span dir="ltr" className="sr-only">
            {" "}
            [{commonStrings.removed}:{" "}
          </span>
          {part.value}
          <span dir="ltr" className="sr-only">
            ]{" "}
          </span>
        </del>
      );
    }
    return <span key={key}>{part.value}</span>;
  });
}
