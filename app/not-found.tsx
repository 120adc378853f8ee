import { BarePage } from "#components/shell/bare-page.tsx";
import { Message } from "#components/shell/message.tsx";
import { shellStrings } from "#lib/domain/strings/shell.ts";

/** Says the same of what does not exist and of what the person may not know of. */
export default function NotFound() {
  return (
    <BarePage>
      <Message {...shellStrings.notFound} />
    </BarePage>
  );
}
