import { type Numbering, parsePolicy } from "#lib/domain/policy/parse.ts";
import { Markdown } from "./markdown.tsx";
import { PolicyText } from "./policy-text.tsx";

/** How a draft will read. While it has problems its Markdown is shown as it stands, so that nothing hides. */
export function PolicyPreview({ text, numbering }: { text: string; numbering: Numbering }) {
  const parsed = parsePolicy(text, numbering);
  if (!parsed.ok) return <Markdown text={text} />;
  return (
    <>
      <h2 className="mb-3 font-read text-title font-medium text-pretty break-words">{parsed.policy.title}</h2>
      <PolicyText text={parsed.policy} isTarget={false} />
    </>
  );
}
