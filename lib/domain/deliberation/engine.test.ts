import { describe, expect, test } from "vitest";
import { aidsafe, zeroShot } from "./built-in-recipes.ts";
import { nextStep } from "./engine.ts";
import type { FaultCode } from "./fault.ts";
import { type Outcome, outcomes } from "./outcome.ts";
import type { Plan } from "./plan.ts";
import type { Reply } from "./reply.ts";
import {
  agree,
  aidsafePlan,
  faultsOf,
  initial,
  intents,
  planFor,
  refined,
  revise,
  turnsOf,
} from "./testing.ts";

const plan = aidsafePlan();
const start = [intents, initial];
const addThought = revise({
  newThoughts: [{ text: "Try the gentle way first.", clauses: ["5.1"], replaces: null }],
});
const agreeButAdd = { ...addThought, verdict: "agree" as const };
const agreeButReword = { ...agree, response: "Press Ctrl+C twice." };
const agreeAndRepeat = { ...agree, response: initial.response };

/** `role in stage round`, or the outcome. */
function next(replies: readonly Reply[], given: Plan = plan): string {
  const step = nextStep(given, turnsOf(given, replies), []);
  if (step.kind === "finish") return step.outcome;
  if (step.kind === "wait") return "wait";
  return `${step.role} ${step.stage}${step.round === null ? "" : ` ${step.round}`}`;
}

describe("who speaks", () => {
  test.each<[string, Reply[], string]>([
    ["the decomposer opens", [], "decomposer intent"],
    ["the first agent writes the initial turn", [intents], "ada initial"],
    ["the second agent speaks first in a round", start, "bo deliberate 1"],
    ["the first agent speaks last in a round", [...start, addThought], "ada deliberate 1"],
    ["a round with a change is followed by another", [...start, addThought, agree], "bo deliberate 2"],
    ["the refiner follows consensus", [...start, agree, agree], "refiner refine"],
    ["the refiner closes with the outcome of the rounds", [...start, agree, agree, refined], "consensus"],
  ])("%s", (_, replies, expected) => expect(next(replies)).toBe(expected));

  test("with five agents everyone speaks once a round, the first one last", () => {
    const agents = ["ada", "bo", "cy", "di", "ed"].map((key) => ({ ...aidsafe.decomposer, key, name: key }));
    const five = aidsafePlan({ agents });
    const round = Array.from({ length: 5 }, (_, spoken) =>
      next([...start, ...Array(spoken).fill(addThought)], five),
    );
    expect(round).toEqual(["bo", "cy", "di", "ed", "ada"].map((name) => `${name} deliberate 1`));
  });
});

describe("when it stops: all agree", () => {
  test.each<[string, Reply[], string]>([
    ["a whole round must agree", [...start, agree], "ada deliberate 1"],
    ["agreement across two rounds is not a round", [...start, addThought, agree, agree], "ada deliberate 2"],
    ["agreeing with new thoughts is revising", [...start, agree, agreeButAdd], "bo deliberate 2"],
    ["agreeing with another response is revising", [...start, agree, agreeButReword], "bo deliberate 2"],
    ["repeating the same response is agreeing", [...start, agree, agreeAndRepeat], "refiner refine"],
    ["rounds that are spent go to the refiner", [...start, ...Array(6).fill(addThought)], "refiner refine"],
    ["and end as rounds_spent", [...start, ...Array(6).fill(addThought), refined], "rounds_spent"],
    [
      "agreement in the last round is consensus",
      [...start, ...Array(4).fill(addThought), agree, agree, refined],
      "consensus",
    ],
  ])("%s", (_, replies, expected) => expect(next(replies)).toBe(expected));
});

describe("when it stops: any agrees", () => {
  const any = aidsafePlan({ stopRule: "any_agrees" });
  test.each<[string, Reply[], string]>([
    ["one agreement is enough", [...start, agree], "refiner refine"],
    ["even in mid-round", [...start, addThought, addThought, agree, refined], "consensus"],
    ["a revision is not agreement", [...start, addThought], "ada deliberate 1"],
    ["rounds can be spent", [...start, ...Array(6).fill(addThought), refined], "rounds_spent"],
  ])("%s", (_, replies, expected) => expect(next(replies, any)).toBe(expected));
});

describe("every end has facts that lead to it", () => {
  const spent = aidsafePlan().recipe.budgets.attemptsPerTurn;
  const ends: Record<Outcome, [Plan, Reply[], FaultCode[]]> = {
    consensus: [plan, [...start, agree, agree, refined], []],
    rounds_spent: [plan, [...start, ...Array(6).fill(addThought), refined], []],
    completed: [planFor(zeroShot), [initial], []],
    agent_refused: [plan, start, ["refused", "refused"]],
    unparseable: [plan, start, ["bad_json", "bad_json"]],
    truncated: [plan, start, ["truncated", "truncated"]],
    budget_spent: [plan, start, ["budget"]],
    endpoint_failed: [plan, start, Array(spent).fill("server_error")],
    cancelled: [plan, start, ["timeout", "cancelled"]],
  };
  test.each(outcomes)("%s", (outcome) => {
    const [given, replies, codes] = ends[outcome];
    const turns = turnsOf(given, replies);
    expect(nextStep(given, turns, faultsOf(turns.length, ...codes))).toMatchObject({
      kind: "finish",
      outcome,
    });
    // And one fact less does not.
    const faults = faultsOf(turns.length, ...codes.slice(0, -1));
    const before =
      codes.length > 0 ? nextStep(given, turns, faults) : nextStep(given, turns.slice(0, -1), []);
    expect(before.kind).not.toBe("finish");
  });
});

describe("other shapes", () => {
  test("without a refiner it ends with the rounds", () => {
    expect(next([...start, agree, agree], aidsafePlan({ refiner: null }))).toBe("consensus");
  });

  test("a baseline is one call and then completed", () => {
    expect(next([], planFor(zeroShot))).toBe("llm_zs baseline");
    expect(next([initial], planFor(zeroShot))).toBe("completed");
  });

  test("a fault that comes after the last turn changes nothing", () => {
    const turns = turnsOf(plan, [...start, agree, agree, refined]);
    expect(nextStep(plan, turns, faultsOf(turns.length, "cancelled"))).toMatchObject({
      outcome: "consensus",
    });
  });
});
