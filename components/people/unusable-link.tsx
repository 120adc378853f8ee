import { EntryPage } from "#components/shell/entry-page.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { entryStrings } from "#lib/domain/strings/entry.ts";

const { unusable: strings } = entryStrings;

/** Stands behind a link that was used, withdrawn, has expired or never was. */
export function UnusableLink() {
  return (
    <EntryPage title={strings.title} sentence={strings.sentence}>
      <LinkButton href="/sign-in">{strings.toSignIn}</LinkButton>
    </EntryPage>
  );
}
