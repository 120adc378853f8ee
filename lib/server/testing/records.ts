import { createHash } from "node:crypto";
import { aidsafe } from "#lib/domain/deliberation/built-in-recipes.ts";
import { resultOf } from "#lib/domain/deliberation/result.ts";
import { Turn } from "#lib/domain/deliberation/turn.ts";
import { db } from "#lib/server/database/client.ts";
import { openRecord } from "#lib/server/records/open-record.ts";
import { createPrompt, createRun } from "./approved-record.ts";
import { type Scenario, scenarios } from "./scenarios.ts";

type Run = { id: string; number: number; synthetic: boolean };

/**
 * Records to review, as deliberations of the built-in recipe leave them: prompts, turns, first revisions and open
 * rounds, from scenarios written by hand.
 *
 * @param n how many; the scenarios follow each other, under numbered prompts
 * @returns refs, oldest first
 */
export async function createRecords(projectId: string, n = 1): Promise<string[]> {
  const run = await createRun(projectId);
  const refs: string[] = [];
  for (let index = 0; index < n; index += 1) {
    const scenario = scenarios[index % scenarios.length];
    if (scenario) refs.push(await createDeliberated(projectId, run, scenario, index));
  }
  return refs;
}

/** A record of an import that brought its own chain of thought: two thoughts, or as many as asked for. */
export async function createImported(
  projectId: string,
  thoughts: readonly string[] = saidThere,
  asked = "Is it safe to mix cleaning agents?",
): Promise<string> {
  const { lastImportNumber: number } = await db.project.update({
    where: { id: projectId },
    data: { lastImportNumber: { increment: 1 } },
  });
  const created = await db.import.create({
    data: { projectId, number, kind: "cots", status: "done", fileName: "cots.jsonl", accepted: 1 },
  });
  const prompt = await createPrompt(projectId, asked, { dataSet: "In-house" });
  const ref = `i${number}.${prompt.number}`;
  await db.$transaction((tx) =>
    openRecord(tx, {
      projectId,
      promptId: prompt.id,
      origin: { kind: "import", importId: created.id },
      ref,
      severity: prompt.severity,
      outcome: null,
      synthetic: false,
      content: {
        thoughts: thoughts.map((text, index) => ({
          id: `1.${index + 1}`,
          text,
          clauses: [],
          author: { kind: "import" },
          from: [],
        })),
        response: "No: never mix bleach with acids or ammonia. Use one at a time and rinse between them.",
        disposition: null,
      },
    }),
  );
  return ref;
}

const saidThere = ["The person wants to clean safely.", "Some agents give off gas when they meet."];

async function createDeliberated(projectId: string, run: Run, scenario: Scenario, index: number) {
  const { messages, severity, category, dataSet } = scenario;
  // The same prompt is stored once per project, so repetitions say which they are.
  const round = Math.floor(index / scenarios.length);
  const asked = messages.map((message, place) =>
    round > 0 && place === messages.length - 1
      ? { ...message, content: `${message.content} (${round + 1})` }
      : message,
  );
  const prompt = await createPrompt(projectId, asked.at(-1)?.content ?? "", {
    messages: asked,
    severity,
    category,
    dataSet,
  });
  const turns = scenario.turns.map((turn, seq) => Turn.parse({ ...turn, seq }));
  const content = resultOf(aidsafe, turns);
  if (!content) throw new Error("The scenario gives no chain of thought.");
  const deliberation = await db.deliberation.create({
    data: {
      runId: run.id,
      promptId: prompt.id,
      outcome: "consensus",
      turnCount: turns.length,
      turns: {
        create: turns.map(({ seq, stage, round: at, role, reply }) => ({
          seq,
          stage,
          round: at,
          role,
          reply,
          model: "m-1",
          requestHash: createHash("sha256").update(`${seq}`).digest(),
        })),
      },
    },
  });
  const ref = `${run.number}.${prompt.number}`;
  await db.$transaction((tx) =>
    openRecord(tx, {
      projectId,
      promptId: prompt.id,
      origin: { kind: "deliberation", deliberationId: deliberation.id, runId: run.id },
      ref,
      severity,
      outcome: "consensus",
      synthetic: run.synthetic,
      content,
    }),
  );
  return ref;
}
