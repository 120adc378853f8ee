import type { Done, Prepare, Scene } from "#bench/contender.ts";
import { zeroShot } from "#lib/domain/deliberation/built-in-recipes.ts";
import type { Recipe } from "#lib/domain/deliberation/recipe.ts";
import type { RunProgress } from "#lib/domain/run/view.ts";
import { db } from "#lib/server/database/client.ts";
import { streamDeliberation } from "#lib/server/deliberations/stream.ts";
import { streamRun } from "#lib/server/runs/stream.ts";
import { createPerson, sessionCookie } from "#lib/server/testing/people.ts";
import { finished, prepareRuns, startRecipe } from "#lib/server/testing/runs.ts";
import { startWorker } from "#lib/server/worker/worker.ts";

/** High enough never to bind: what it costs to keep to limits and budgets is all that they cost. */
const requestsPerMinute = 1_000_000;
const tokensPerMinute = 2_000_000_000;
const capMicros = 1_000_000_000;
const price = { inputPrice: 150_000, cachedInputPrice: 75_000, outputPrice: 600_000 };

/**
 * The product with everything on, in the one process that `npm start` has for it: limits, budget, attempts, records and
 * reviews, and two pages that somebody looks at while it runs.
 */
export const prepare: Prepare = (scene) => prepareProduct(scene, null);

/** @param recipe what is run on the prompts, once each has a chain of thought; null deliberates on them as they are */
export async function prepareProduct(
  { url, prompts, atOnce }: Scene,
  recipe: Recipe | null,
): Promise<(prompts: number) => Promise<Done>> {
  await startWorker();
  const limits = { maxConcurrent: atOnce, requestsPerMinute, tokensPerMinute };
  const endpoint = { name: `Fake of ${process.pid}`, limits };
  const { projectId, endpointId, start } = await prepareRuns({ prompts, url, endpoint, version: price });
  // Allowed by an admin, project by project.
  await db.project.update({ where: { id: projectId }, data: { beliefRuns: true } });
  if (recipe) await finished((await startRecipe(projectId, endpointId, zeroShot)).id);
  const reader = await createPerson();
  await db.membership.create({ data: { projectId, userId: reader.userId, role: "reader" } });
  const cookie = await sessionCookie(reader);

  return async (limit) => {
    const left = new AbortController();
    const request = new Request("http://127.0.0.1/stream", { headers: { cookie }, signal: left.signal });
    const begun = Date.now();
    const { id, number } = recipe
      ? await startRecipe(projectId, endpointId, recipe, { prompts: { scope: "all", limit }, capMicros })
      : await start({ limit, capMicros });
    const watched = valuesOf(await streamDeliberation(request, reader, projectId, number, 1));
    const deliberation = (async () => {
      for await (const _ of watched);
    })();
    let progress: RunProgress | null = null;
    // A page that is cut off connects again.
    while (progress?.status !== "finished") {
      for await (progress of valuesOf<RunProgress>(await streamRun(request, reader, projectId, number))) {
        if (progress.status === "finished") break;
      }
    }
    left.abort();
    await deliberation;
    const { _max: last } = await db.deliberation.aggregate({
      where: { runId: id },
      _max: { finishedAt: true },
    });
    return { wallMs: Number(last.finishedAt) - begun, turns: progress.turns };
  };
}

/** What a live page is sent, event by event. */
async function* valuesOf<Value>(response: Response): AsyncGenerator<Value> {
  const text = new TextDecoder();
  let rest = "";
  for await (const chunk of response.body ?? []) {
    rest += text.decode(chunk, { stream: true });
    const events = rest.split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) {
      const data = event.split("\n").find((line) => line.startsWith("data: "));
      if (data) yield JSON.parse(data.slice("data: ".length));
    }
  }
}
