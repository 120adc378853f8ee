import { DiffWords } from "#components/ui/diff-words.tsx";
import type { TextPart } from "#lib/domain/policy/diff.ts";

/** A text with its changes marked word by word. */
export function DiffParts({ parts }: { parts: readonly TextPart[] }) {
  return (
    <DiffWords
      parts={parts.map(({ text, change }) => ({
        value: text,
        added: change === "added",
        removed: change === "removed",
      }))}
    />
  );
}
