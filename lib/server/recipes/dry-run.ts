import type { Actor } from "#lib/domain/access/actions.ts";
import { zeroShot } from "#lib/domain/deliberation/built-in-recipes.ts";
import type { Request } from "#lib/domain/deliberation/prompts.ts";
import { readReply } from "#lib/domain/deliberation/read-reply.ts";
import { type Recipe, rolesOf } from "#lib/domain/deliberation/recipe.ts";
import type { Reply } from "#lib/domain/deliberation/reply.ts";
import { resultOf } from "#lib/domain/deliberation/result.ts";
import type { Ask } from "#lib/domain/deliberation/step.ts";
import type { Judged } from "#lib/domain/deliberation/subject.ts";
import { Turn } from "#lib/domain/deliberation/turn.ts";
import { Refused } from "#lib/domain/errors.ts";
import { type Message, PromptMessages } from "#lib/domain/prompt/prompt.ts";
import { type Bound, passThrough } from "#lib/domain/recipe/passage.ts";
import { charactersOf, tokensIn } from "#lib/domain/recipe/size.ts";
import type { DryRun } from "#lib/domain/recipe/view.ts";
import { recipePageStrings } from "#lib/domain/strings/recipe-pages.ts";
import { runStrings } from "#lib/domain/strings/run.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { isNumber } from "#lib/server/runs/find.ts";
import { newestPolicySet, policiesOfSet } from "#lib/server/runs/policies.ts";
import { needsRevision } from "#lib/server/runs/prompts.ts";
import { answerTo } from "#lib/server/worker/rehearsal/answer.ts";

const strings = recipePageStrings.dryRun;

/**
 * What a recipe, stored or not, would ask on a prompt. Engine and requests are the real ones; the rehearsal's script
 * stands in for every model, in this process, and nothing is stored.
 *
 * @param promptNumber as people see it
 * @throws Refused `invalid` where the prompt is not there or nothing is published; `not_found`, `forbidden`
 */
export async function dryRun(
  actor: Actor,
  projectId: string,
  recipe: Recipe,
  promptNumber: number,
): Promise<DryRun> {
  await authorize(actor, "recipes.read", { projectId });
  await authorize(actor, "prompts.read", { projectId });
  const prompt = isNumber(promptNumber)
    ? await db.prompt.findUnique({
        where: { projectId_number: { projectId, number: promptNumber } },
        select: { number: true, text: true, messages: true, erasureId: true },
      })
    : null;
  if (!prompt) throw new Refused("invalid", strings.noPrompt(promptNumber));
  if (prompt.erasureId) throw new Refused("invalid", strings.erased(promptNumber));
  const set = await newestPolicySet(db, projectId);
  if (!set) throw new Refused("invalid", runStrings.noPolicies);
  const policies = await policiesOfSet(db, set.id);
  const names = new Map(rolesOf(recipe).map(({ key, name }) => [key, name]));

  const messages = PromptMessages.parse(prompt.messages);
  const judged = needsRevision(recipe.kind) ? standInFor(messages, policies) : null;
  const passed = passThrough(
    { recipe, policies },
    { prompt: messages, judged, rival: judged },
    rehearsedReply,
  );
  return {
    prompt: { number: prompt.number, text: prompt.text },
    calls: passed.map(({ step, request, reply }) => {
      const characters = charactersOf(request, false);
      return {
        seq: step.seq,
        stage: step.stage,
        round: step.round,
        name: names.get(step.role) ?? step.role,
        instructions: request.instructions,
        messages: request.messages,
        schema: request.schema && JSON.stringify(request.schema, null, 2),
        reply: JSON.stringify(reply, null, 2),
        characters,
        tokensIn: tokensIn(characters),
        tokensOut: tokensIn(JSON.stringify(reply).length),
      };
    }),
  };
}

/** A revision to judge: what the rehearsal says as a baseline. */
function standInFor(prompt: readonly Message[], policies: Bound["policies"]): Judged | null {
  const passed = passThrough({ recipe: zeroShot, policies }, { prompt }, rehearsedReply);
  return resultOf(
    zeroShot,
    passed.map(({ step, reply }) => Turn.parse({ ...step, reply })),
  );
}

function rehearsedReply({ stage }: Ask, request: Request): Reply {
  const reading = readReply(stage, rehearsed(request));
  if (!reading.ok) throw new Error(`The rehearsal's reply cannot be read: ${reading.fault.detail}`);
  return reading.reply;
}

function rehearsed({ instructions, messages, schemaName, schema }: Request): string {
  return answerTo({
    model: "rehearsal",
    messages: [{ role: "system", content: instructions }, ...messages],
    response_format: { type: "json_schema", json_schema: { name: schemaName, schema } },
  });
}
