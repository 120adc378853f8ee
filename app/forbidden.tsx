import { BarePage } from "#components/shell/bare-page.tsx";
import { Message } from "#components/shell/message.tsx";
import { shellStrings } from "#lib/domain/strings/shell.ts";

/** Says that the role does not reach, without saying what lies beyond. */
export default function Forbidden() {
  return (
    <BarePage>
      <Message {...shellStrings.forbidden} />
    </BarePage>
  );
}
