import { describe, expect, test } from "vitest";
import { grading } from "#lib/domain/deliberation/built-in-recipes.ts";
import { nextStep } from "#lib/domain/deliberation/engine.ts";
import { promptFor, readDataBlock, stageOf } from "#lib/domain/deliberation/prompts.ts";
import { readReply } from "#lib/domain/deliberation/read-reply.ts";
import { type GradingRecipe, Recipe } from "#lib/domain/deliberation/recipe.ts";
import type { Reply } from "#lib/domain/deliberation/reply.ts";
import { resultOf } from "#lib/domain/deliberation/result.ts";
import type { Subject } from "#lib/domain/deliberation/subject.ts";
import { planFor, turnsOf } from "#lib/domain/deliberation/testing.ts";
import { dimensions } from "#lib/domain/grading/dimension.ts";
import fc from "#lib/domain/testing/seeded.ts";
import { kindOf } from "./kinds.ts";

const judged = {
  thoughts: [
    { id: "t1.2", text: "The person asks about a program.", clauses: ["5.1"] },
    { id: "0198c0de-0000-7000-8000-000000000001.1", text: "Nobody is harmed.", clauses: [] },
  ],
  response: "Press Ctrl+C.",
  disposition: "comply" as const,
};
const subject: Subject = { prompt: [{ role: "user", content: "How do I kill a process?" }], judged };

function judgement(score: number, thoughts = ["2"]) {
  return { why: "It says so.", thoughts, clauses: ["5.1"], score };
}

function scores(score: number, thoughts?: string[]): Reply<"grade"> {
  const all = dimensions.map((dimension) => [dimension, judgement(score, thoughts)]);
  return Object.fromEntries(all) as Reply<"grade">;
}

function withJudges(count: number): GradingRecipe {
  const [judge] = grading.judges;
  if (!judge) throw new Error("The built-in grading has a judge.");
  const judges = Array.from({ length: count }, (_, n) => ({ ...judge, key: `j${n}`, name: `Judge ${n}` }));
  return { ...grading, judges };
}

function request(recipe: GradingRecipe, replies: readonly Reply[] = []) {
  const plan = planFor(recipe);
  const turns = turnsOf(plan, replies);
  const step = nextStep(plan, turns, []);
  if (step.kind !== "ask") throw new Error("Nobody is asked.");
  return { step, ...promptFor(plan, subject, turns, step) };
}

test.each([1, 2, 3])("%i judges speak once each, in order, and then it is completed", (count) => {
  const plan = planFor(withJudges(count));
  const replies = Array.from({ length: count }, () => scores(4));
  const turns = turnsOf(plan, replies);
  expect(turns.map(({ stage, role }) => `${role} ${stage}`)).toEqual(
    replies.map((_, index) => `j${index} grade`),
  );
  expect(nextStep(plan, turns, [])).toMatchObject({ kind: "finish", outcome: "completed" });
});

test.each([0, 4])("%i judges are no grading", (count) => {
  expect(Recipe.safeParse(withJudges(count)).success).toBe(false);
});

describe("a judge", () => {
  test("reads policies, prompt, numbered thoughts and response, and nothing that tells who wrote them", () => {
    const { messages } = request(grading);
    const data = readDataBlock(messages[0]?.content ?? "") as Record<string, unknown>;
    expect(Object.keys(data)).toEqual(["policies", "prompt", "thoughts", "response", "disposition"]);
    expect(data.thoughts).toEqual([
      { id: "1", text: "The person asks about a program.", clauses: ["5.1"] },
      { id: "2", text: "Nobody is harmed.", clauses: [] },
    ]);
    expect(JSON.stringify(messages)).not.toMatch(/t1\.2|0198c0de|AIDSAFE|baseline/i);
  });

  test("is not told what another judge said", () => {
    const second = request(withJudges(2), [scores(1)]);
    const first = request(withJudges(2));
    expect(second.step.role).toBe("j1");
    expect(second.messages).toEqual(first.messages);
  });

  test("is given every dimension with its anchors, and a schema of its own", () => {
    const { messages, schemaName } = request(grading);
    for (const dimension of dimensions) expect(messages[0]?.content).toContain(`- "${dimension}":`);
    expect(stageOf(schemaName)).toBe("grade");
  });
});

describe("a reply", () => {
  test("may name scores and thoughts as models do", () => {
    const loose = { why: "Fine.", thoughts: [1, "thought 2"], clauses: ["Clause 5.2."], score: "4/5" };
    const raw = JSON.stringify(Object.fromEntries(dimensions.map((dimension) => [dimension, loose])));
    const reading = readReply("grade", `<think>Hm.</think>\`\`\`json\n${raw}\n\`\`\``);
    expect(reading).toMatchObject({
      ok: true,
      reply: { relevance: { thoughts: ["1", "2"], clauses: ["5.2"], score: 4 } },
    });
  });

  test.each([0, 6, 2.5, "good"])("with %s for a score cannot be used", (score) => {
    const reply = { ...scores(5), coherence: { ...judgement(5), score } };
    expect(readReply("grade", JSON.stringify(reply)).ok).toBe(false);
  });

  test("that leaves out a dimension cannot be used", () => {
    const { response_cot, ...rest } = scores(5);
    expect(readReply("grade", JSON.stringify(rest)).ok).toBe(false);
  });
});

describe("judges that are asked for a preference", () => {
  const recipe: GradingRecipe = { ...withJudges(2), asks: "preference" };
  const rival = { ...judged, thoughts: judged.thoughts.slice(0, 1), response: "Use kill." };
  const compare: Reply<"compare"> = { why: "Clearer.", better: "first" };

  const shown = (replies: readonly Reply[]) => {
    const plan = planFor(recipe);
    const turns = turnsOf(plan, replies);
    const step = nextStep(plan, turns, []);
    if (step.kind !== "ask") throw new Error("Nobody is asked.");
    const { messages } = promptFor(plan, { ...subject, rival }, turns, step);
    const data = readDataBlock(messages[0]?.content ?? "") as Record<string, { response: string }>;
    return [step.role, data.first?.response, data.second?.response];
  };

  test("see each pair in both orders, one judge after the other", () => {
    const orders = [0, 1, 2, 3].map((said) => shown(Array.from({ length: said }, () => compare)));
    expect(orders).toEqual([
      ["j0", judged.response, rival.response],
      ["j0", rival.response, judged.response],
      ["j1", judged.response, rival.response],
      ["j1", rival.response, judged.response],
    ]);
  });

  test("leave no scores and no revision", () => {
    const plan = planFor(recipe);
    const turns = turnsOf(plan, [compare, compare, compare, compare]);
    expect(nextStep(plan, turns, [])).toMatchObject({ kind: "finish", outcome: "completed" });
    expect(kindOf(recipe).gives(recipe, { ...subject, rival }, turns)).toBeNull();
  });
});

describe("what a grading gives", () => {
  const given = (replies: readonly Reply<"grade">[], recipe = withJudges(replies.length)) =>
    kindOf(recipe).gives(recipe, subject, turnsOf(planFor(recipe), replies));

  test("is scores by the ids of the revision, and no revision", () => {
    expect(given([scores(3, ["2", "9", "2"])])).toMatchObject({
      kind: "scores",
      scores: expect.arrayContaining([
        {
          judge: "j0",
          dimension: "cot_policy",
          value: 3,
          evidence: { why: "It says so.", thoughts: [judged.thoughts[1]?.id], clauses: ["5.1"] },
        },
      ]),
    });
    expect(resultOf(grading, turnsOf(planFor(grading), [scores(3)]))).toBeNull();
  });

  test("is nothing before the last judge has spoken", () => {
    expect(given([scores(3)], withJudges(2))).toBeNull();
  });

  test("is always one score of 1 to 5 per judge and dimension, resting on thoughts that there are", () => {
    const replies = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 5 }), fc.array(fc.integer({ min: 0, max: 9 }).map(String))),
      { minLength: 1, maxLength: 3 },
    );
    const ids = judged.thoughts.map(({ id }) => id);
    fc.assert(
      fc.property(replies, (said) => {
        const gave = given(said.map(([score, thoughts]) => scores(score, thoughts)));
        if (gave?.kind !== "scores") throw new Error("It gave no scores.");
        expect(gave.scores).toHaveLength(said.length * dimensions.length);
        for (const { evidence } of gave.scores) {
          expect(ids).toEqual(expect.arrayContaining(evidence.thoughts));
        }
      }),
    );
  });
});
