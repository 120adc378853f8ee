import { parseClauseNumber } from "#lib/domain/policy/clause-number.ts";
import type { Finding } from "./finding.ts";
import type { Subject } from "./subject.ts";

/**
 * Citations that lead nowhere in the policy set. Numbers are given in order and never twice, so one below the highest of its
 * policy that is not there belonged to a clause that was taken out: it is superseded, not unknown.
 */
export function unknownClause({ thoughts, policies }: Subject): Finding[] {
  const highest = new Map<number, number>();
  const known = new Set<string>();
  for (const { number: policy, clauses } of policies) {
    for (const { number } of clauses) {
      known.add(number);
      highest.set(policy, Math.max(highest.get(policy) ?? 0, parseClauseNumber(number)?.clause ?? 0));
    }
  }
  const wasTakenOut = (text: string) => {
    const number = parseClauseNumber(text);
    return number !== null && number.clause > 0 && number.clause < (highest.get(number.policy) ?? 0);
  };
  return thoughts.flatMap(({ id, clauses }) => {
    const missing = [...new Set(clauses)].filter((number) => !known.has(number));
    if (missing.length === 0) return [];
    const superseded = missing.filter(wasTakenOut);
    const unknown = missing.filter((number) => !superseded.includes(number)).map(shortened);
    return [{ thoughtId: id, detail: { check: "unknown_clause", unknown, superseded } }];
  });
}

/** What an agent wrote in place of a number may be anything; only a number is kept. */
function shortened(cited: string): string {
  return /^[\d.]{1,12}$/.test(cited) ? cited : "?";
}
