import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Level } from "#lib/domain/exposure/caps.ts";
import { exposureStrings as strings } from "#lib/domain/strings/exposure.ts";
import { listed } from "#lib/domain/strings/words.ts";

/** Above what is offered: that the reader has had their share of something today, and what they can still do. */
export function HeldNotice({ levels, slug }: { levels: readonly Level[]; slug: string }) {
  if (levels.length === 0) return null;
  return (
    <Notice
      className="mb-5"
      action={<TextLink href={`/projects/${slug}/exposure`}>{strings.held.choices}</TextLink>}
    >
      {strings.full(listed(levels.map((level) => strings.levels[level])))}
    </Notice>
  );
}
