import { Message } from "#components/shell/message.tsx";
import { shellStrings } from "#lib/domain/strings/shell.ts";

/** As the root's, inside the frame. */
export default function NotFound() {
  return <Message {...shellStrings.notFound} />;
}
