import { createHash, randomUUID } from "node:crypto";
import type { Message, Severity } from "#lib/domain/prompt/prompt.ts";
import { db } from "#lib/server/database/client.ts";
import { openRecord } from "#lib/server/records/open-record.ts";

/** A person who reviews and a project that holds the records. */
type Place = { projectId: string; reviewerId: string };

export type PromptFacts = {
  messages?: Message[];
  severity?: Severity;
  category?: string;
  dataSet?: string;
  licence?: string;
};

/** Stores a prompt, as an import would. */
export async function createPrompt(projectId: string, text: string, facts: PromptFacts = {}) {
  const { messages = [{ role: "user", content: text }], severity = "low", ...source } = facts;
  const { lastPromptNumber: number } = await db.project.update({
    where: { id: projectId },
    data: { lastPromptNumber: { increment: 1 } },
  });
  const contentHash = createHash("sha256").update(JSON.stringify(messages)).digest("hex");
  return db.prompt.create({ data: { projectId, number, text, messages, severity, contentHash, ...source } });
}

/** A run of a built-in recipe whose roles are all played by one endpoint version. */
export async function createRun(
  projectId: string,
  {
    synthetic = false,
    kind = "deliberation",
  }: { synthetic?: boolean; kind?: "deliberation" | "belief" } = {},
) {
  const endpoint = await db.endpoint.create({
    data: {
      name: `endpoint ${randomUUID()}`,
      versions: {
        create: {
          version: 1,
          provider: "openai_compatible",
          baseUrl: "http://127.0.0.1:9",
          model: "m-1",
          synthetic,
        },
      },
    },
    include: { versions: true },
  });
  const recipeVersion = await db.recipeVersion.findFirstOrThrow({
    where: { recipe: { projectId }, kind },
  });
  const policySet = await db.policySet.findFirstOrThrow({
    where: { projectId },
    orderBy: { number: "desc" },
  });
  const { lastRunNumber: number } = await db.project.update({
    where: { id: projectId },
    data: { lastRunNumber: { increment: 1 } },
  });
  const roles = endpoint.versions.map(({ id }) => ({ role: "ada", endpointVersionId: id }));
  const plan = {
    recipeVersionId: recipeVersion.id,
    policySetId: policySet.id,
    seed: 1,
    roles: { create: roles },
  };
  return db.run.create({
    data: {
      project: { connect: { id: projectId } },
      number,
      kind,
      status: "running",
      synthetic,
      subjects: 1,
      plan: { create: plan },
    },
  });
}

type RecordFacts = {
  prompt: { id: string; number: number; severity: Severity };
  run: { id: string; number: number; synthetic: boolean };
  thoughts?: { text: string; clauses?: string[] }[];
  response?: string;
};

/** A record as a finished deliberation leaves it: one turn, one revision, a round of review. */
export async function createRecord(
  projectId: string,
  { prompt, run, thoughts, response = "Yes." }: RecordFacts,
) {
  const deliberation = await db.deliberation.create({
    data: { runId: run.id, promptId: prompt.id, outcome: "consensus", turnCount: 1 },
  });
  const said = thoughts ?? [{ text: "It is asked in good faith.", clauses: ["5.1"] }];
  await db.turn.create({
    data: {
      deliberationId: deliberation.id,
      seq: 0,
      stage: "initial",
      role: "ada",
      reply: {
        thoughts: said.map(({ text, clauses = [] }) => ({ text, clauses })),
        response,
        disposition: "comply",
      },
      raw: `\`\`\`${response}\`\`\``,
      requestHash: Buffer.alloc(32),
    },
  });
  return db.$transaction((tx) =>
    openRecord(tx, {
      projectId,
      promptId: prompt.id,
      origin: { kind: "deliberation", deliberationId: deliberation.id, runId: run.id },
      ref: `${run.number}.${prompt.number}`,
      severity: prompt.severity,
      outcome: "consensus",
      synthetic: run.synthetic,
      content: {
        thoughts: said.map(({ text, clauses = [] }, index) => ({
          id: `t0.${index + 1}`,
          text,
          clauses,
          author: { kind: "agent", name: "Ada", stage: "initial" },
          from: [],
        })),
        response,
        disposition: "comply",
      },
    }),
  );
}

/** Approves the head of a record, as a deciding review does. */
export async function approve(recordId: string, reviewerId: string, approvedAt = new Date()) {
  const round = await db.reviewRound.findFirstOrThrow({ where: { recordId }, orderBy: { number: "desc" } });
  const review = await db.review.create({
    data: {
      roundId: round.id,
      reviewerId,
      slot: 1,
      status: "submitted",
      decision: "approve",
      note: "Well argued.",
      submittedAt: approvedAt,
    },
  });
  const { id: reviewId } = review;
  await db.record.update({ where: { id: recordId }, data: { status: "approved" } });
  return db.approval.create({
    data: {
      recordId,
      revisionId: round.baseRevisionId,
      policySetId: round.policySetId,
      reviewId,
      approvedAt,
    },
  });
}

/** A prompt with an approved record of its own. */
export async function createApproved(
  { projectId, reviewerId }: Place,
  text: string,
  facts: PromptFacts & Omit<RecordFacts, "prompt">,
) {
  const { run, thoughts, response, ...source } = facts;
  const prompt = await createPrompt(projectId, text, source);
  const { recordId, revisionId } = await createRecord(projectId, { prompt, run, thoughts, response });
  const approval = await approve(recordId, reviewerId);
  return { prompt, recordId, revisionId, approvalId: approval.id };
}
