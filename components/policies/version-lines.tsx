import { cx } from "#components/ui/cx.ts";
import { PageLink } from "#components/ui/page-link.tsx";
import { Section } from "#components/ui/section.tsx";
import { Time } from "#components/ui/time.tsx";
import type { VersionLine } from "#lib/domain/policy/view.ts";
import { policiesStrings as strings } from "#lib/domain/strings/policies.ts";

type VersionLinesProps = {
  versions: readonly VersionLine[];
  /** The version on the page. */
  shown: number;
  /** Null where none is: the policy is archived. */
  inForce: number | null;
  /** Address of the page of one version; the newest has the page of the text itself. */
  href: (version: number) => string;
};

/** All versions of a text, newest first. */
export function VersionLines({ versions, shown, inForce, href }: VersionLinesProps) {
  return (
    <Section title={strings.read.versions}>
      <ol className="divide-y divide-line border-y border-line text-sm">
        {versions.map(({ version, publishedAt, publishedBy }) => (
          <li key={version} className="relative py-2 has-[a:hover]:bg-hover">
            <div className="flex items-baseline justify-between gap-3">
              <PageLink
                href={href(version)}
                aria-current={version === shown ? "page" : undefined}
                className={cx(
                  "after:absolute after:inset-0 font-medium",
                  version === shown ? "text-ink" : "text-accent",
                )}
              >
                {strings.version(version)}
              </PageLink>
              {version === inForce && <span className="text-xs text-ok">{strings.inForce}</span>}
            </div>
            <p className="text-xs text-ink-3">
              <Time value={publishedAt} format="date" />
              {publishedBy !== null && ` ${strings.read.publishedBy(publishedBy)}`}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
