import { decisionsOf } from "./decision.ts";
import type { Finding } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** A last thought that decides something else than the response is said to do. Silent where the thought decides nothing. */
export function dispositionMismatch({ thoughts, disposition }: Subject): Finding[] {
  const last = thoughts.at(-1);
  if (!last || disposition === null) return [];
  const decided = decisionsOf(last.text);
  if (decided.length === 0 || decided.includes(disposition)) return [];
  return [{ thoughtId: last.id, detail: { check: "disposition_mismatch", decided, disposition } }];
}
