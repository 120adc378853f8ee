import { z } from "zod";
import { kindOf } from "./kinds/kinds.ts";
import type { Plan, PlannedPolicy } from "./plan.ts";
import { choosesPolicies, policiesSeen } from "./policies-seen.ts";
import { rolesOf } from "./recipe.ts";
import { intentReplies, replySchemas } from "./reply.ts";
import { type Stage, stages } from "./stage.ts";
import type { Ask } from "./step.ts";
import type { Subject } from "./subject.ts";
import {
  choosingPolicies,
  choosingShape,
  ownInstructions,
  reframing,
  repairing,
  replyIn,
  shapes,
  tasks,
} from "./templates.ts";
import type { Turn } from "./turn.ts";

/** One LLM call, as the AI SDK takes it. */
export type Request = {
  instructions: string;
  messages: { role: "user" | "assistant"; content: string }[];
  schemaName: string;
  /** JSON Schema (draft 2020-12) of the reply, the same object for every request of a stage; null where any text is one. */
  schema: JsonSchema | null;
};

export type JsonSchema = z.core.JSONSchema.JSONSchema;

const longestShownReply = 8_000;

/**
 * The request for a step. Policies come first and everything that changes from turn to turn comes last, so
 * that requests of one run share a long beginning.
 *
 * @param turns the turns that `step` was decided on
 */
export function promptFor(plan: Plan, subject: Subject, turns: readonly Turn[], step: Ask): Request {
  if (step.stage === "answer") return plainRequest(plan, subject, step);
  const { seen } = policiesSeen(plan, turns);
  const policies = isChoice(plan, step) ? lineOf("policies", seen.map(about)) : policiesLine(seen);
  const data = blockOf([policies, ...linesOf(inputsFor(plan, subject, turns, step))]);
  const content = [data, ...taskFor(plan, step)].join("\n\n");
  return {
    instructions: kindOf(plan.recipe).preamble,
    messages: [{ role: "user", content }, ...repairMessages(step)],
    ...(isChoice(plan, step) ? choice : { schemaName: `${step.stage}_reply`, schema: schemas[step.stage] }),
  };
}

/**
 * The prompt as it stands, as whoever uses the endpoint would send it: no policies, no task, no shape. Own instructions
 * of the role are system text, before that of the prompt.
 */
function plainRequest(plan: Plan, { prompt }: Subject, step: Ask): Request {
  const system = prompt.flatMap(({ role, content }) => (role === "system" ? [content] : []));
  const messages = prompt.flatMap(({ role, content }) => (role === "system" ? [] : [{ role, content }]));
  return {
    instructions: [roleOf(plan, step)?.instructions, ...system].filter(Boolean).join("\n\n"),
    messages,
    schemaName: "answer_reply",
    schema: null,
  };
}

/** The stage whose reply a schema describes, by the name that it was sent under; none for names that are not ours. */
export function stageOf(schemaName: string | undefined): Stage | undefined {
  return schemaName === choice.schemaName
    ? "intent"
    : stages.find((stage) => schemaName === `${stage}_reply`);
}

/** Whether the decomposer is to choose the policies with this reply. */
function isChoice(plan: Plan, { stage }: Ask): boolean {
  return stage === "intent" && choosesPolicies(plan.recipe);
}

/** What a policy is about, for who chooses from them. */
function about({ number, title, intro }: PlannedPolicy) {
  return { number, title, intro };
}

const policiesLines = new WeakMap<readonly PlannedPolicy[], string>();

/** The longest part of a request, and the same for a whole run where all policies are shown: written once for them. */
function policiesLine(policies: readonly PlannedPolicy[]): string {
  const found = policiesLines.get(policies);
  if (found !== undefined) return found;
  const whole = policies.map((policy) => ({
    ...about(policy),
    clauses: Object.fromEntries(policy.clauses.map(({ number, text }) => [number, text])),
  }));
  const line = lineOf("policies", whole);
  policiesLines.set(policies, line);
  return line;
}

/** What a step sees besides the policies, in the order of how seldom it changes. */
function inputsFor(
  { recipe }: Plan,
  subject: Subject,
  turns: readonly Turn[],
  step: Ask,
): Record<string, unknown> {
  return { prompt: subject.prompt, ...kindOf(recipe).inputs(recipe, subject, turns, step) };
}

/**
 * Inputs as one delimited block. A line that reads `</data>` can only be the real end: JSON holds no line
 * breaks inside its strings, and `</` is written as `<\/`.
 */
export function dataBlock(inputs: Record<string, unknown>): string {
  return blockOf(linesOf(inputs));
}

function blockOf(lines: readonly string[]): string {
  return `<data>\n{${lines.join(",\n")}}\n</data>`;
}

function linesOf(inputs: Record<string, unknown>): string[] {
  return Object.entries(inputs).map(([key, value]) => lineOf(key, value));
}

function lineOf(key: string, value: unknown): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(value)}`.replaceAll("</", "<\\/");
}

/** Reads a block back out of a request; `null` where there is none. */
export function readDataBlock(content: string): unknown {
  const block = /^<data>\n(.*)\n<\/data>$/ms.exec(content)?.[1];
  return block === undefined ? null : JSON.parse(block);
}

function roleOf(plan: Plan, step: Ask) {
  return rolesOf(plan.recipe).find(({ key }) => key === step.role);
}

function taskFor(plan: Plan, step: Ask): string[] {
  const role = roleOf(plan, step);
  return [
    tasks[step.stage],
    ...(isChoice(plan, step) ? [choosingPolicies] : []),
    ...(role?.instructions ? [ownInstructions(role.name, role.instructions)] : []),
    ...(step.reframe ? [reframing] : []),
    replyIn(isChoice(plan, step) ? choosingShape : shapes[step.stage]),
  ];
}

function repairMessages({ repair }: Ask): Request["messages"] {
  if (repair === null) return [];
  const raw = repair.raw.trim().slice(0, longestShownReply);
  // Some endpoints refuse an empty message.
  const shownReply = raw === "" ? [] : [{ role: "assistant" as const, content: raw }];
  return [...shownReply, { role: "user", content: repairing(repair.fault) }];
}

const schemas: Record<Stage, JsonSchema | null> = {
  intent: jsonSchemaOf(intentReplies.plain),
  initial: jsonSchemaOf(replySchemas.initial),
  deliberate: jsonSchemaOf(replySchemas.deliberate),
  refine: jsonSchemaOf(replySchemas.refine),
  baseline: jsonSchemaOf(replySchemas.baseline),
  grade: jsonSchemaOf(replySchemas.grade),
  compare: jsonSchemaOf(replySchemas.compare),
  sample: jsonSchemaOf(replySchemas.sample),
  whisper: jsonSchemaOf(replySchemas.whisper),
  believe: jsonSchemaOf(replySchemas.believe),
  assess: jsonSchemaOf(replySchemas.assess),
  answer: null,
  examine: jsonSchemaOf(replySchemas.examine),
};

const choice = {
  schemaName: "intent_and_policies_reply",
  schema: jsonSchemaOf(intentReplies.choosing),
};

function jsonSchemaOf(replySchema: z.ZodType): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(replySchema, {
    io: "output",
    // Strict structured output knows no defaults.
    override: ({ jsonSchema }) => {
      delete jsonSchema.default;
    },
  });
  return schema;
}
