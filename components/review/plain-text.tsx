import { Fragment } from "react";

/** A fenced block or a span of code in running text. */
const code = /(```[\s\S]*?```|`[^`\n]+`)/;

/**
 * Text as it will be released, to the letter: nothing is rendered but what is there. Code is only set in another
 * face, its marks included.
 */
export function PlainText({ text }: { text: string }) {
  let offset = 0;
  return text.split(code).map((part) => {
    const key = offset;
    offset += part.length;
    return code.test(part) ? (
      <code key={key} className="font-mono text-[0.86em]">
        {part}
      </code>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}
