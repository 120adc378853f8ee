import { formatClauseNumber } from "#lib/domain/policy/clause-number.ts";
import { type PolicyText, parsePolicy } from "#lib/domain/policy/parse.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** What of a policy version makes up its text. */
export const textSelection = {
  title: true,
  text: true,
  policy: { select: { number: true } },
  clauses: { orderBy: { position: "asc" }, select: { text: true, clause: { select: { number: true } } } },
} as const satisfies Prisma.PolicyVersionSelect;

type TextRow = Prisma.PolicyVersionGetPayload<{ select: typeof textSelection }>;

/** The parts of a published version. Clauses come from their own rows, which runs and approvals refer to. */
export function policyText({ title, text, policy, clauses }: TextRow): PolicyText {
  const parsed = parsePolicy(text, { policy: policy.number, lastGiven: 0, removed: [] });
  return {
    title,
    intro: parsed.ok ? parsed.policy.intro : "",
    clauses: clauses.map(({ clause, text }) => ({
      number: formatClauseNumber({ policy: policy.number, clause: clause.number }),
      text,
    })),
  };
}
