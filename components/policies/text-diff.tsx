import type { ParagraphChange } from "#lib/domain/policy/diff-paragraphs.ts";
import { policiesStrings } from "#lib/domain/strings/policies.ts";
import { DiffParts } from "./diff-parts.tsx";

/** What differs between two versions of a text; what stayed folds away. */
export function TextDiff({ changes }: { changes: readonly ParagraphChange[] }) {
  if (changes.every(({ isSame }) => isSame)) {
    return <p className="text-sm text-ink-2">{policiesStrings.publish.nothingChanged}</p>;
  }
  return (
    <div className="grid gap-3">
      {withKeys(changes).map(({ key, isSame, parts }) =>
        isSame ? (
          <details key={key} className="border-y border-line py-2 text-sm">
            <summary className="w-fit rounded-sm text-ink-3 hover:text-ink">
              {policiesStrings.read.unchanged}
            </summary>
            <p className="mt-2 max-w-read font-read text-read whitespace-pre-wrap text-ink-2">
              <DiffParts parts={parts} />
            </p>
          </details>
        ) : (
          <p key={key} className="max-w-read font-read text-read wrap-anywhere whitespace-pre-wrap">
            <DiffParts parts={parts} />
          </p>
        ),
      )}
    </div>
  );
}

/** Changes have no names: what they say, and how often that came before, tells them apart. */
function withKeys(changes: readonly ParagraphChange[]) {
  const seen = new Map<string, number>();
  return changes.map((change) => {
    const text = change.parts.map((part) => part.text).join("");
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return { ...change, key: `${count} ${text}` };
  });
}
