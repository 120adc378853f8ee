import { Time } from "#components/ui/time.tsx";
import type { VersionLine } from "#lib/domain/policy/view.ts";
import { policiesStrings as strings } from "#lib/domain/strings/policies.ts";

/** Which version is on the page, and whether a newer one is in its place. */
export function VersionMeta({ shown, newest }: { shown: VersionLine; newest: number | undefined }) {
  return (
    <>
      <span>
        <b>{strings.version(shown.version)}</b>, <Time value={shown.publishedAt} format="date" />
        {shown.publishedBy !== null && ` ${strings.read.publishedBy(shown.publishedBy)}`}
      </span>
      {shown.version !== newest && <span>{strings.read.older}</span>}
    </>
  );
}
