import type { Finding } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** The last thought draws the conclusion, and has to name the clause that decides. */
export function uncitedConclusion({ thoughts }: Subject): Finding[] {
  const last = thoughts.at(-1);
  if (!last || last.clauses.some((number) => number.trim() !== "")) return [];
  return [{ thoughtId: last.id, detail: { check: "uncited_conclusion" } }];
}
