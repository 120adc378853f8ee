import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { accountStrings as strings } from "#lib/domain/strings/account.ts";

/** Tells the first admin that the way in by the one-time link does not last. */
export function UnclaimedNotice() {
  return (
    <Notice
      className="mb-6"
      title={strings.unclaimed}
      action={<TextLink href="/account">{strings.unclaimedAction}</TextLink>}
    >
      {strings.unclaimedHint}
    </Notice>
  );
}
