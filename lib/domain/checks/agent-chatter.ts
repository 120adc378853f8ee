import { chatterPatterns } from "./chatter-patterns.ts";
import type { Finding } from "./finding.ts";
import { withoutQuotes } from "./quoted.ts";
import type { Subject } from "./subject.ts";

/** Thoughts that talk to or about the other agents: the reader of the chain knows none of them. */
export function agentChatter({ thoughts }: Subject): Finding[] {
  const byName = chatterWith(thoughts.map(({ author }) => author.name ?? ""));
  return thoughts.flatMap(({ id, text }) => {
    const plain = withoutQuotes(text);
    for (const pattern of byName ? [...chatterPatterns, byName] : chatterPatterns) {
      const found = pattern.exec(plain);
      if (found) {
        return [
          { thoughtId: id, detail: { check: "agent_chatter", at: found.index, length: found[0].length } },
        ];
      }
    }
    return [];
  });
}

/** “As Ada said”, with the names that the agents of this chain have. */
function chatterWith(names: readonly string[]): RegExp | null {
  const known = [...new Set(names)].filter((name) => /^\p{L}[\p{L}\p{N} -]*$/u.test(name));
  if (known.length === 0) return null;
  const any = `(?:${known.join("|")})`;
  return new RegExp(
    `\\b(?:agree|concur|disagree|einig|d['’]accord|acuerdo)\\w* (?:with|mit|avec|con) ${any}\\b|\\b(?:as|wie|comme|como) ${any}\\b|\\b${any}(?:['’]s)? (?:is right|said|says|argue\\w*|point\\w*|noted|notes|missed|misses|thought|revision|objection|hat recht|a raison|tiene razón)\\b`,
    "u",
  );
}
