import { Message } from "#components/shell/message.tsx";
import { shellStrings } from "#lib/domain/strings/shell.ts";

/** Says that the role does not reach, without saying what lies beyond. */
export default function Forbidden() {
  return (
    <main className="px-6">
      <Message {...shellStrings.forbidden} />
    </main>
  );
}
