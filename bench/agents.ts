import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateText, Output } from "ai";
import { replySchemas } from "#lib/domain/deliberation/reply.ts";
import { preamble, replyIn, shapes, tasks } from "#lib/domain/deliberation/templates.ts";
import { parsePolicy } from "#lib/domain/policy/parse.ts";
import { startingPolicies } from "#lib/domain/policy/starting-policies.ts";

/** The turns of every deliberation that is measured: who speaks, and in which stage. */
const script = [
  { role: "decomposer", stage: "intent" },
  { role: "ada", stage: "initial" },
  { role: "bo", stage: "deliberate" },
  { role: "ada", stage: "deliberate" },
  { role: "bo", stage: "deliberate" },
  { role: "ada", stage: "deliberate" },
  { role: "refiner", stage: "refine" },
] as const;

export const turnsEach = script.length;

/** A turn as a plain program would store it, with what its call cost. */
export type Spoken = {
  seq: number;
  stage: string;
  role: string;
  reply: unknown;
  model: string;
  finishReason: string;
  tokensIn: number;
  tokensCached: number;
  tokensOut: number;
  latencyMs: number;
};

/** Says the next turn, given the replies so far. */
export type Speak = (prompt: string, said: readonly unknown[]) => Promise<Spoken>;

type Thought = { id: string; text: string; clauses: string[] };
type Said = { intents?: unknown; thoughts?: Thought[]; newThoughts?: Thought[]; response?: string | null };

globalThis.AI_SDK_LOG_WARNINGS = false;

const policies = JSON.stringify(
  startingPolicies.map(({ number, text }) => {
    const parsed = parsePolicy(text, { policy: number, lastGiven: 0, removed: [] });
    if (!parsed.ok) throw new Error(`Policy ${number} cannot be read.`);
    const { title, intro, clauses } = parsed.policy;
    return {
      number,
      title,
      intro,
      clauses: Object.fromEntries(clauses.map((one) => [one.number, one.text])),
    };
  }),
);

/**
 * The agents of the floor and of the peers: the AI SDK as its documentation shows it, one `generateText` with an object as
 * output. They ask what the product asks, in as many words, and nothing is made twice that can be made once.
 *
 * @param fetch another HTTP client than the global `fetch`
 */
export function openAgents(url: string, fetch?: typeof globalThis.fetch): Speak {
  const provider = createOpenAICompatible({
    name: "endpoint",
    baseURL: url,
    supportsStructuredOutputs: true,
    ...(fetch && { fetch }),
  });
  const model = provider.chatModel("fake");
  return async (prompt, said) => {
    const seq = said.length;
    const turn = script[seq];
    if (!turn) throw new Error("Everything is said.");
    const begun = performance.now();
    const result = await generateText({
      model,
      instructions: preamble,
      messages: [{ role: "user", content: contentOf(prompt, said as Said[], turn) }],
      output: outputs[turn.stage],
      maxOutputTokens: 2_048,
      temperature: 0.7,
      seed: seq,
      maxRetries: 0,
    });
    return {
      seq,
      ...turn,
      reply: result.output,
      model: result.response.modelId,
      finishReason: result.finishReason,
      tokensIn: result.usage.inputTokens ?? 0,
      tokensCached: result.usage.inputTokenDetails.cacheReadTokens ?? 0,
      tokensOut: result.usage.outputTokens ?? 0,
      latencyMs: Math.round(performance.now() - begun),
    };
  };
}

type Stage = (typeof script)[number]["stage"];

const outputs = {
  intent: Output.object({ name: "intent_reply", schema: replySchemas.intent }),
  initial: Output.object({ name: "initial_reply", schema: replySchemas.initial }),
  deliberate: Output.object({ name: "deliberate_reply", schema: replySchemas.deliberate }),
  refine: Output.object({ name: "refine_reply", schema: replySchemas.refine }),
};

function contentOf(prompt: string, said: readonly Said[], { stage, role }: (typeof script)[number]): string {
  const [first, second, ...others] = said;
  const thoughts = [...(second?.thoughts ?? []), ...others.flatMap(({ newThoughts = [] }) => newThoughts)];
  const data = {
    prompt: [{ role: "user", content: prompt }],
    ...(first && { intents: first.intents }),
    ...(second && {
      thoughts: thoughts.map(({ text, clauses }, index) => ({ id: `t1.${index + 1}`, text, clauses })),
      response: said.findLast(({ response }) => response)?.response,
    }),
    ...(stage === "deliberate" && { you: role }),
  };
  return `<data>\n{"policies": ${policies},\n${JSON.stringify(data).slice(1)}\n</data>\n\n${ends[stage]}`;
}

const ends: Record<Stage, string> = {
  intent: endOf("intent"),
  initial: endOf("initial"),
  deliberate: endOf("deliberate"),
  refine: endOf("refine"),
};

function endOf(stage: Stage): string {
  return `${tasks[stage]}\n\n${replyIn(shapes[stage])}`;
}
