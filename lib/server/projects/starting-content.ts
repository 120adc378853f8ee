import { createHash } from "node:crypto";
import { builtInRecipes } from "#lib/domain/deliberation/built-in-recipes.ts";
import { parseClauseNumber } from "#lib/domain/policy/clause-number.ts";
import { type PolicyText, parsePolicy } from "#lib/domain/policy/parse.ts";
import { startingGuidelines } from "#lib/domain/policy/starting-guidelines.ts";
import { startingPolicies } from "#lib/domain/policy/starting-policies.ts";
import { uuid7 } from "#lib/server/database/uuid7.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** A fresh project, and who made it: null for the operator. */
type Fresh = { projectId: string; createdById: string | null };

/**
 * Gives a fresh project what it can be worked with at once: the five policies as version 1 in policy set 1,
 * guidelines, and the built-in recipes.
 */
export async function addStartingContent(tx: Prisma.TransactionClient, fresh: Fresh): Promise<void> {
  await addPolicies(tx, fresh);
  const { projectId, createdById } = fresh;
  await tx.guidelinesVersion.create({
    data: { projectId, publishedById: createdById, version: 1, text: startingGuidelines },
  });
  for (const { name, kind, ...body } of Object.values(builtInRecipes)) {
    await tx.recipe.create({
      data: {
        projectId,
        name,
        versions: { create: { version: 1, kind, createdById, body: { name, kind, ...body } } },
      },
    });
  }
}

async function addPolicies(tx: Prisma.TransactionClient, { projectId, createdById }: Fresh): Promise<void> {
  const policies = startingPolicies.map(({ number, text }) =>
    rowsOf(number, text, { projectId, createdById }),
  );
  await tx.policy.createMany({ data: policies.map(({ policy }) => policy) });
  await tx.policyVersion.createMany({ data: policies.map(({ version }) => version) });
  await tx.clause.createMany({ data: policies.flatMap(({ clauses }) => clauses) });
  await tx.clauseVersion.createMany({ data: policies.flatMap(({ clauseVersions }) => clauseVersions) });
  const items = policies.map(({ version }) => ({ policyVersionId: version.id }));
  await tx.policySet.create({ data: { projectId, number: 1, items: { create: items } } });
  await tx.project.update({ where: { id: projectId }, data: { lastPolicyNumber: policies.length } });
}

function rowsOf(number: number, text: string, { projectId, createdById }: Fresh) {
  const { title, clauses } = parsed(number, text);
  const numbered = clauses.map((clause, index) => ({
    id: uuid7(),
    number: parseClauseNumber(clause.number)?.clause ?? 0,
    position: index + 1,
    text: clause.text,
  }));
  const policyId = uuid7();
  const version = {
    id: uuid7(),
    policyId,
    publishedById: createdById,
    version: 1,
    title,
    text,
    contentHash: createHash("sha256").update(text).digest("hex"),
  };
  return {
    policy: {
      id: policyId,
      projectId,
      number,
      lastClauseNumber: Math.max(...numbered.map((clause) => clause.number)),
    },
    version,
    clauses: numbered.map(({ id, number }) => ({ id, policyId, number })),
    clauseVersions: numbered.map(({ id, position, text }) => ({
      policyVersionId: version.id,
      clauseId: id,
      position,
      text,
    })),
  };
}

function parsed(number: number, text: string): PolicyText {
  const result = parsePolicy(text, { policy: number, lastGiven: 0, removed: [] });
  if (!result.ok) throw new Error(`Starting policy ${number} cannot be read.`);
  return result.policy;
}
