import type { Plan, PlannedPolicy } from "#lib/domain/deliberation/plan.ts";
import { Recipe } from "#lib/domain/deliberation/recipe.ts";
import { formatClauseNumber } from "#lib/domain/policy/clause-number.ts";
import { parsePolicy } from "#lib/domain/policy/parse.ts";
import { db } from "#lib/server/database/client.ts";

/**
 * What a run froze, as the engine reads it. Immutable, so callers may keep it.
 *
 * @param planId of the run
 */
export async function loadPlan(planId: string): Promise<Omit<Plan, "reviewsOpen">> {
  const plan = await db.plan.findUniqueOrThrow({
    where: { id: planId },
    select: {
      seed: true,
      recipeVersion: { select: { body: true } },
      roles: { select: { role: true, endpointVersionId: true } },
      policySet: {
        select: {
          items: {
            select: {
              policyVersion: {
                select: {
                  id: true,
                  title: true,
                  text: true,
                  policy: { select: { number: true, lastClauseNumber: true } },
                  clauses: {
                    select: { text: true, clause: { select: { number: true } } },
                    orderBy: { position: "asc" },
                  },
                },
              },
            },
          },
        },
      },
    },
  });
  return {
    seed: plan.seed,
    recipe: Recipe.parse(plan.recipeVersion.body),
    endpoints: Object.fromEntries(plan.roles.map(({ role, endpointVersionId }) => [role, endpointVersionId])),
    policies: plan.policySet.items
      .map(({ policyVersion }) => plannedPolicy(policyVersion))
      .sort((one, other) => one.number - other.number),
  };
}

type VersionRow = {
  id: string;
  title: string;
  text: string;
  policy: { number: number; lastClauseNumber: number };
  clauses: { text: string; clause: { number: number } }[];
};

function plannedPolicy({ id, title, text, policy, clauses }: VersionRow): PlannedPolicy {
  const parsed = parsePolicy(text, {
    policy: policy.number,
    lastGiven: policy.lastClauseNumber,
    removed: [],
  });
  return {
    policyVersionId: id,
    number: policy.number,
    title,
    intro: parsed.ok ? parsed.policy.intro : "",
    clauses: clauses.map(({ clause, text: clauseText }) => ({
      number: formatClauseNumber({ policy: policy.number, clause: clause.number }),
      text: clauseText,
    })),
  };
}
