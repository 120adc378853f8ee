import { describe, expect, test } from "vitest";
import fc from "#lib/domain/testing/seeded.ts";
import { readReply } from "./read-reply.ts";
import { agree, initial, intents, refined, revise } from "./testing.ts";

const json = JSON.stringify(initial);

describe("a good reply is found wherever it stands", () => {
  test.each([
    ["bare", json],
    ["in a code fence", `\`\`\`json\n${json}\n\`\`\``],
    ["in a code fence after prose", `Here is the JSON:\n\`\`\`json\n${json}\n\`\`\`\nI hope this helps.`],
    ["between prose with braces", `As {asked}, the object: ${json} (see {above}).`],
    ["after thinking", `<think>{"thoughts": []} is too short.</think>\n${json}`],
    ["after thinking without an opening tag", `Let me see.</think>${json}`],
    ["after an example", `{"thoughts": []}\n\n${json}`],
    ["pretty printed", JSON.stringify(initial, null, 2)],
  ])("%s", (_, text) => expect(readReply("initial", text)).toEqual({ ok: true, reply: initial }));

  test.each([
    ["as numbers or in words", [1, "5", "Policy 3"], [1, 5, 3]],
    ["not at all where it is no list of numbers", "all of them", undefined],
  ])("a choice of policies is read %s", (_, given, policies) => {
    expect(readReply("intent", JSON.stringify({ ...intents, policies: given }))).toEqual({
      ok: true,
      reply: { ...intents, policies },
    });
  });

  test("tags inside the reply are part of it", () => {
    const reply = { ...initial, response: "Put it between <think> and </think>." };
    expect(readReply("initial", JSON.stringify(reply))).toEqual({ ok: true, reply });
  });

  test.each([
    ["intent", intents],
    ["initial", initial],
    ["deliberate", agree],
    ["refine", refined],
    ["baseline", initial],
  ] as const)("of stage %s", (stage, reply) => {
    expect(readReply(stage, JSON.stringify(reply))).toEqual({ ok: true, reply });
  });
});

describe("small liberties are taken as they were meant", () => {
  test("what a model leaves out is null or empty", () => {
    const bare = { verdict: "agree", reason: "", disposition: "comply" };
    expect(readReply("deliberate", JSON.stringify(bare))).toEqual({
      ok: true,
      reply: { ...agree, reason: "" },
    });
  });

  test("words of a list may be spelt with spaces and capitals", () => {
    const spelt = { ...revise(), verdict: "Revise", disposition: "Safe alternative" };
    expect(readReply("deliberate", JSON.stringify(spelt))).toMatchObject({
      reply: { verdict: "revise", disposition: "safe_alternative" },
    });
  });

  test("clauses may be named with a sign; anything else stays as it came", () => {
    const thoughts = [{ text: "So.", clauses: ["Clause 5.2.", "§3.1", "5.10", "the second one"] }];
    expect(readReply("initial", JSON.stringify({ ...initial, thoughts }))).toMatchObject({
      reply: { thoughts: [{ clauses: ["5.2", "3.1", "5.10", "the second one"] }] },
    });
  });

  test("what the database cannot hold is dropped or replaced", () => {
    expect(
      readReply("initial", JSON.stringify({ ...initial, response: "half \ud83d pair \0 nul" })),
    ).toMatchObject({
      reply: { response: "half \ufffd pair  nul" },
    });
  });
});

describe("a bad reply says what is wrong with it", () => {
  test.each([
    ["nothing", "", "The reply is empty."],
    ["only thinking", "<think>Hm.</think>", "The reply is empty."],
    ["prose", "The person asks about a program.", "The reply holds no JSON object."],
    ["cut in the middle", json.slice(0, -20), "The JSON is not complete or not valid."],
    ["a comma too many", `${json.slice(0, -1)},}`, "The JSON is not complete or not valid."],
    ["an empty response", JSON.stringify({ ...initial, response: " " }), "`response`: must not be empty."],
    [
      "no thoughts",
      JSON.stringify({ ...initial, thoughts: [] }),
      "`thoughts`: must hold at least one thought.",
    ],
  ])("%s", (_, text, detail) => {
    expect(readReply("initial", text)).toEqual({ ok: false, fault: { code: "bad_json", detail } });
  });

  test("fields of the wrong kind are named", () => {
    const reading = readReply("initial", JSON.stringify({ thoughts: "none", disposition: "maybe" }));
    expect(reading).toMatchObject({
      fault: { detail: expect.stringMatching(/`thoughts`.*`response`.*`disposition`/) },
    });
  });
});

describe("refusing the task is not refusing the prompt", () => {
  test.each([
    "I'm sorry, but I can't help with that.",
    "I cannot assist with this request.",
    "Sorry, I won't take part in this.",
    "As an AI language model, I am unable to continue.",
    "I’m not able to discuss this topic.",
    "This request violates our policies, so I must decline.",
  ])("%s", (text) => expect(readReply("deliberate", text)).toMatchObject({ fault: { code: "refused" } }));

  test("an answer that refuses is a good reply", () => {
    const reply = { ...initial, response: "I can't help with that.", disposition: "refuse" as const };
    expect(readReply("initial", JSON.stringify(reply))).toEqual({ ok: true, reply });
  });

  test("prose that only sounds like one is unreadable, not a refusal", () => {
    expect(readReply("initial", "The clause forbids helping.")).toMatchObject({
      fault: { code: "bad_json" },
    });
  });
});

test("any text gives a reading", () => {
  const pieces = fc.constantFrom(
    "{",
    "}",
    '"',
    "\\",
    "[",
    "<think>",
    "</think>",
    "```",
    json,
    "I can't",
    "\0",
    "\ud800",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), pieces)), (parts) => {
      expect(typeof readReply("initial", parts.join("")).ok).toBe("boolean");
    }),
  );
});
