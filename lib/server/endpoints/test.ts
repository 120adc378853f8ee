import type { Actor } from "#lib/domain/access/actions.ts";
import { aidsafe } from "#lib/domain/deliberation/built-in-recipes.ts";
import type { FaultCode } from "#lib/domain/deliberation/fault.ts";
import { promptFor } from "#lib/domain/deliberation/prompts.ts";
import { replySchemas } from "#lib/domain/deliberation/reply.ts";
import { costOf, estimateFor } from "#lib/domain/endpoint/cost.ts";
import { EndpointTest } from "#lib/domain/endpoint/view.ts";
import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { endpointStrings } from "#lib/domain/strings/endpoint.ts";
import { authorizeInstallation } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { type Answer, ask, noAnswer } from "#lib/server/worker/ask.ts";
import { readAnswer } from "#lib/server/worker/reading.ts";
import type { CastVersion } from "#lib/server/worker/runs-at-hand.ts";
import { openTarget } from "#lib/server/worker/target.ts";
import { start } from "./state.ts";

const deadlineMs = 60_000;

/** The first call of a deliberation on a harmless prompt: what a run would send, only shorter. */
const step = {
  kind: "ask",
  seq: 0,
  stage: "intent",
  round: null,
  role: aidsafe.decomposer.key,
  maxOutputTokens: aidsafe.decomposer.sampling.maxOutputTokens,
  reframe: false,
  by: "role",
  repair: null,
} as const;

const request = promptFor(
  { recipe: aidsafe, endpoints: {}, policies: [], seed: 1, reviewsOpen: false },
  { prompt: [{ role: "user", content: "How do I boil an egg?" }] },
  [],
  step,
);

/**
 * Makes one real call as a run would, and keeps what it showed. An endpoint that had stopped because of a fault starts
 * again if the call succeeds.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` if it is archived
 */
export async function testEndpoint(actor: Actor, id: string): Promise<EndpointTest> {
  authorizeInstallation(actor, "endpoints.manage");
  const endpoint = await db.endpoint.findUnique({
    where: { id },
    include: { versions: { orderBy: { version: "desc" }, take: 1 } },
  });
  const [version] = endpoint?.versions ?? [];
  if (!endpoint || !version) throw new Refused("not_found", accessStrings.notFound);
  if (endpoint.archivedAt) throw new Refused("conflict", endpointStrings.archivedNoTest);

  const test = judged(version, await answerFrom(version));
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`select from endpoints where id = ${id}::uuid for update`;
    const now = await tx.endpoint.update({ where: { id }, data: { lastTest: test } });
    const detail = { ok: test.ok, fault: test.fault?.code ?? null };
    await appendAudit(tx, { actor, action: "endpoint.test", objectKind: "endpoint", objectId: id, detail });
    if (test.ok && now.state === "stopped" && now.stoppedReason !== "by_admin") await start(tx, actor, id);
  });
  return test;
}

async function answerFrom(version: CastVersion): Promise<Answer> {
  try {
    const opened = await openTarget(version, { anew: true });
    if (!opened) return noAnswer("bad_request", endpointStrings.faults.moved);
    const { sampling } = aidsafe.decomposer;
    const question = { request, sampling, maxOutputTokens: step.maxOutputTokens, seed: 1, deadlineMs };
    return await ask(opened.target, question, new AbortController().signal);
  } catch (error) {
    if (error instanceof Refused) return noAnswer("bad_key", error.message);
    throw error;
  }
}

function judged(version: CastVersion, answer: Answer): EndpointTest {
  const estimate = estimateFor(Buffer.byteLength(JSON.stringify(request)), step.maxOutputTokens);
  const { row, said } = readAnswer(step, 1, version, { estimate, requestHash: Buffer.alloc(0) }, answer);
  return EndpointTest.parse({
    at: new Date().toISOString(),
    ok: said !== null,
    latencyMs: answer.latencyMs,
    model: answer.model,
    tokensIn: answer.tokensIn,
    tokensOut: answer.tokensOut,
    costMicros: said ? costOf(version, answer, estimate) : row.costMicros,
    structuredOutput: structuredOutputOf(version, answer),
    fault: row.fault && { code: row.fault satisfies FaultCode, sentence: row.detail ?? "" },
  });
}

/** A server that takes a schema sends its JSON bare, without prose or fences around it. */
function structuredOutputOf(
  { structuredOutputs }: CastVersion,
  { text }: Answer,
): EndpointTest["structuredOutput"] {
  if (!structuredOutputs) return "off";
  try {
    return replySchemas.intent.safeParse(JSON.parse(text ?? "")).success ? "works" : "fails";
  } catch {
    return "fails";
  }
}
