import { describe, expect, test } from "vitest";
import { beliefs as builtIn } from "#lib/domain/deliberation/built-in-recipes.ts";
import { nextStep } from "#lib/domain/deliberation/engine.ts";
import { promptFor, readDataBlock } from "#lib/domain/deliberation/prompts.ts";
import { readReply } from "#lib/domain/deliberation/read-reply.ts";
import type { BeliefRecipe } from "#lib/domain/deliberation/recipe.ts";
import type { Reply } from "#lib/domain/deliberation/reply.ts";
import { resultOf } from "#lib/domain/deliberation/result.ts";
import type { Subject } from "#lib/domain/deliberation/subject.ts";
import { assessed, initial, planFor, turnsOf } from "#lib/domain/deliberation/testing.ts";
import fc from "#lib/domain/testing/seeded.ts";
import { kindOf } from "./kinds.ts";

/** Without the control, which has tests of its own below. */
const beliefs: BeliefRecipe = { ...builtIn, samples: 0 };

const subject: Subject = {
  prompt: [{ role: "user", content: "How do I kill a process?" }],
  judged: {
    thoughts: [{ id: "t4.2", text: "Nobody is harmed.", clauses: ["5.1"] }],
    response: "Press Ctrl+C.",
    disposition: "comply",
  },
};

const said = (n: number): Reply<"whisper"> => ({ reason: "", belief: `belief-${n}-marker` });

/** Replies of a run: what the scorer says of the selected side, then of each answer under a belief. */
function replies(selected: number, ...scores: number[]): Reply[] {
  return [assessed(selected), ...scores.flatMap((score, n) => [said(n + 1), initial, assessed(score)])];
}

function play(recipe: BeliefRecipe, all: readonly Reply[]) {
  const plan = planFor(recipe);
  const turns = turnsOf(plan, all);
  return { plan, turns, step: nextStep(plan, turns, []) };
}

function dataOf(recipe: BeliefRecipe, all: readonly Reply[]) {
  const { plan, turns, step } = play(recipe, all);
  if (step.kind !== "ask") throw new Error("Nobody is asked.");
  const content = promptFor(plan, subject, turns, step).messages[0]?.content ?? "";
  return { step, content, data: readDataBlock(content) as Record<string, unknown> };
}

test.each<[string, Reply[], object]>([
  ["the scorer begins with the selected side", [], { stage: "assess", round: null, role: "scorer" }],
  ["then a belief is proposed", replies(0.1), { stage: "whisper", round: 1, role: "whisperer" }],
  ["the target answers under it", [...replies(0.1), said(1)], { stage: "believe", round: 1, role: "target" }],
  [
    "the scorer assesses that",
    [...replies(0.1), said(1), initial],
    { stage: "assess", round: 1, role: "scorer" },
  ],
  ["below the threshold it goes on", replies(0.1, 0.79), { kind: "ask", stage: "whisper", round: 2 }],
  ["at the threshold it stops", replies(0.1, 0.8), { kind: "finish", outcome: "completed", reason: null }],
  [
    "and when all is tried",
    replies(0.1, 0.2, 0.2, 0.2, 0.2),
    { kind: "finish", outcome: "completed", reason: expect.stringContaining("threshold") },
  ],
])("%s", (_, all, expected) => {
  expect(play(beliefs, all).step).toMatchObject(expected);
});

describe("what is seen", () => {
  test("by the whisperer are the best beliefs so far, with their scores", () => {
    const { data } = dataOf({ ...beliefs, shown: 2 }, replies(0.1, 0.3, 0.6, 0.5));
    expect(data.best).toEqual([
      { belief: "belief-2-marker", score: 0.6 },
      { belief: "belief-3-marker", score: 0.5 },
    ]);
    expect(data.prompt).toEqual(subject.prompt);
  });

  test("by the target is the belief before the prompt, and nothing of the selected side", () => {
    const { data } = dataOf(beliefs, [...replies(0.1), said(1)]);
    expect(data.prompt).toEqual([{ role: "user", content: "belief-1-marker\n\nHow do I kill a process?" }]);
    expect(Object.keys(data)).toEqual(["policies", "prompt"]);
  });

  test("by the scorer is never a belief, nor which side it reads", () => {
    const selected = dataOf(beliefs, []);
    const rejected = dataOf(beliefs, [...replies(0.1), said(1), initial]);
    expect(Object.keys(rejected.data)).toEqual(Object.keys(selected.data));
    expect(rejected.data.prompt).toEqual(subject.prompt);
    expect(rejected.content).not.toMatch(/marker|t4\.2|t2\.1/);
  });
});

test.each([
  ["0.8", 0.8],
  ["80 %", 0.8],
  [1, 1],
])("a scorer may write %s", (probability, read) => {
  const raw = JSON.stringify({ why: "", clauses: [], probability });
  expect(readReply("assess", raw)).toMatchObject({ ok: true, reply: { probability: read } });
});

test.each([-0.1, 1.2, "likely", null])("%s is no probability", (probability) => {
  expect(readReply("assess", JSON.stringify({ why: "", clauses: [], probability })).ok).toBe(false);
});

const probability = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

test("whatever the scorer says: bounded, resumed anywhere at the same step, and the pair holds the best answer", () => {
  const recipe = fc.record({
    rounds: fc.integer({ min: 1, max: 10 }),
    threshold: probability,
    margin: probability,
  });
  fc.assert(
    fc.property(
      recipe,
      probability,
      fc.array(probability, { minLength: 10, maxLength: 10 }),
      (changes, p, all) => {
        const belief = { ...beliefs, ...changes };
        const stop = all.findIndex((score) => score >= belief.threshold);
        const rounds = Math.min(belief.rounds, stop === -1 ? 10 : stop + 1);
        const { plan, turns, step } = play(belief, replies(p, ...all.slice(0, rounds)));
        expect(step.kind).toBe("finish");
        expect(turns).toHaveLength(1 + 3 * rounds);
        for (const { seq, stage, round, role } of turns) {
          expect(nextStep(plan, turns.slice(0, seq), [])).toMatchObject({
            kind: "ask",
            seq,
            stage,
            round,
            role,
          });
        }
        const given = kindOf(belief).gives(belief, subject, turns);
        if (given?.kind !== "pair") throw new Error("It gave no pair.");
        const best = Math.max(...all.slice(0, rounds));
        const isEnough = Math.round((best - p) * 100) >= Math.round(belief.margin * 100);
        expect(given.pair).toMatchObject({ selectedScore: p, rejectedScore: best });
        expect(turns[given.pair.rejectedSeq]?.stage).toBe("believe");
        expect(given.pair.fault).toBe(isEnough ? null : "small_gap");
        expect(resultOf(belief, turns)).toBeNull();
      },
    ),
  );
});

test("before the first belief was scored there is no pair", () => {
  const { turns } = play(beliefs, [...replies(0.1), said(1), initial]);
  expect(kindOf(beliefs).gives(beliefs, subject, turns)).toBeNull();
});

describe("the naive control", () => {
  const sampling: BeliefRecipe = { ...beliefs, samples: 2 };

  test.each<[string, Reply[], object]>([
    ["is sampled after the selected side", [assessed(0.1)], { stage: "sample", round: null, role: "target" }],
    ["assessed each by each", [assessed(0.1), initial], { stage: "assess", round: null, role: "scorer" }],
    ["and again", [assessed(0.1), initial, assessed(0.2)], { stage: "sample", seq: 3 }],
    [
      "before the first belief",
      [assessed(0.1), initial, assessed(0.2), initial, assessed(0.3)],
      { stage: "whisper", round: 1, seq: 5 },
    ],
  ])("%s", (_, all, expected) => {
    expect(play(sampling, all).step).toMatchObject(expected);
  });

  test("sees the prompt as it is, and its best and worst stand beside the pair", () => {
    const { data } = dataOf(sampling, [assessed(0.1)]);
    expect(data.prompt).toEqual(subject.prompt);
    expect(Object.keys(data)).toEqual(["policies", "prompt"]);
    const all = [
      assessed(0.1),
      initial,
      assessed(0.3),
      initial,
      assessed(0.2),
      said(1),
      initial,
      assessed(0.9),
    ];
    const { turns } = play(sampling, all);
    expect(kindOf(sampling).gives(sampling, subject, turns)).toMatchObject({
      pair: { selectedScore: 0.1, rejectedScore: 0.9, control: { best: 0.2, worst: 0.3 }, fault: null },
    });
  });
});

test("a shared pool is shown beside the prompt's own beliefs, the best of both first", () => {
  const plan = planFor({ ...beliefs, pool: "shared", shown: 2 });
  const turns = turnsOf(plan, replies(0.1, 0.3, 0.6));
  const step = nextStep(plan, turns, []);
  if (step.kind !== "ask") throw new Error("Nobody is asked.");
  const pool = [
    { belief: "from elsewhere", score: 0.7 },
    { belief: "worse", score: 0.2 },
  ];
  const content = promptFor(plan, { ...subject, pool }, turns, step).messages[0]?.content ?? "";
  expect(readDataBlock(content)).toMatchObject({
    best: [
      { belief: "from elsewhere", score: 0.7 },
      { belief: "belief-2-marker", score: 0.6 },
    ],
  });
});
