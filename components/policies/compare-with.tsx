import { TabLinks } from "#components/ui/tab-links.tsx";
import { policiesStrings } from "#lib/domain/strings/policies.ts";

const strings = policiesStrings.read;

type CompareWithProps = {
  /** Address of the version on the page. */
  href: string;
  /** The other versions, newest first. */
  versions: readonly number[];
  /** The version it is compared with; null shows the text. */
  against: number | null;
};

/** Shows a version as a text, or as what differs from another one. */
export function CompareWith({ href, versions, against }: CompareWithProps) {
  if (versions.length === 0) return null;
  return (
    <div className="mb-6">
      <TabLinks
        label={strings.compare}
        items={[
          { href, label: strings.text, current: against === null },
          ...versions.map((version) => ({
            href: `${href}?against=${version}`,
            label: strings.changesFrom(version),
            current: against === version,
          })),
        ]}
      />
    </div>
  );
}
