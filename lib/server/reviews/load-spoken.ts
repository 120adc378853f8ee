import { agentsOf, Recipe, rolesOf } from "#lib/domain/deliberation/recipe.ts";
import type { Intent } from "#lib/domain/deliberation/reply.ts";
import { Turn } from "#lib/domain/deliberation/turn.ts";
import type { Spoken, TurnView } from "#lib/domain/deliberation/view.ts";
import { db } from "#lib/server/database/client.ts";

/** What was said in a deliberation, without calls and costs. Callers have authorized for the record it made. */
export async function loadSpoken(
  deliberationId: string,
): Promise<Pick<Spoken, "turns" | "recipe"> & { intents: Intent[] }> {
  const deliberation = await db.deliberation.findUniqueOrThrow({
    where: { id: deliberationId },
    select: {
      turns: { orderBy: { seq: "asc" } },
      run: {
        select: {
          plan: {
            select: {
              recipeVersion: { select: { version: true, body: true, recipe: { select: { name: true } } } },
            },
          },
        },
      },
    },
  });
  const { version, body, recipe } = deliberation.run.plan.recipeVersion;
  const cast = Recipe.parse(body);
  const names = new Map(rolesOf(cast).map(({ key, name }) => [key, name]));
  const turns = deliberation.turns.map(
    (row): TurnView => ({
      seq: row.seq,
      stage: row.stage,
      round: row.round,
      role: row.role,
      name: names.get(row.role) ?? row.role,
      model: row.model,
      fallback: null,
      turn: row.erasureId === null ? Turn.parse(row) : null,
      raw: null,
      attempts: [],
      request: null,
      at: row.createdAt.toISOString(),
    }),
  );
  return {
    turns,
    intents: turns.flatMap(({ turn }) => (turn?.stage === "intent" ? turn.reply.intents : [])),
    recipe: {
      name: recipe.name,
      version,
      kind: cast.kind,
      rounds: cast.kind === "deliberation" ? cast.rounds : null,
      stopRule: cast.kind === "deliberation" ? cast.stopRule : null,
      agents: agentsOf(cast).map(({ key, name }) => ({ key, name })),
    },
  };
}
