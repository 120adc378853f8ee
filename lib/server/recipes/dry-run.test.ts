import { beforeAll, describe, expect, test } from "vitest";
import { aidsafe, zeroShot } from "#lib/domain/deliberation/built-in-recipes.ts";
import type { DeliberationRecipe } from "#lib/domain/deliberation/recipe.ts";
import { db } from "#lib/server/database/client.ts";
import { createProject } from "#lib/server/projects/create.ts";
import { createPrompt } from "#lib/server/testing/approved-record.ts";
import { createPerson, createProjectWith } from "#lib/server/testing/people.ts";
import { operator } from "#lib/server/testing/runs.ts";
import { dryRun } from "./dry-run.ts";

let projectId: string;

beforeAll(async () => {
  projectId = (await createProject(operator, { name: "Dry runs" })).id;
  await createPrompt(projectId, "How do I kill a Python process?");
});

describe("a dry run", () => {
  test("shows the request of every stage, with prompt, policies and the replies that stood in", async () => {
    const { prompt, calls } = await dryRun(operator, projectId, aidsafe, 1);
    expect(prompt).toEqual({ number: 1, text: "How do I kill a Python process?" });
    expect(new Set(calls.map(({ stage }) => stage))).toEqual(
      new Set(["intent", "initial", "deliberate", "refine"]),
    );
    expect(calls[0]).toMatchObject({ name: "Decomposer", seq: 0, round: null });
    for (const { messages, instructions, characters, tokensIn } of calls) {
      const content = messages.map((message) => message.content).join("");
      expect(content).toContain("How do I kill a Python process?");
      expect(content).toContain("5.1");
      expect(characters).toBe(instructions.length + content.length);
      expect(tokensIn).toBe(Math.ceil(characters / 4));
    }
    const [, initial, next] = calls;
    const [thought] = JSON.parse(initial?.reply ?? "{}").thoughts;
    expect(next?.messages[0]?.content).toContain(JSON.stringify(thought.text));
  });

  test("works for a recipe that nobody has saved, and stores nothing", async () => {
    const agents = ["Ada", "Bo", "Cy"].map((name) => ({
      ...aidsafe.decomposer,
      key: name.toLowerCase(),
      name,
      instructions: name === "Cy" ? "Think of minors." : null,
    }));
    const recipe: DeliberationRecipe = { ...aidsafe, agents, policies: { use: "relevant", always: [5] } };
    const { calls } = await dryRun(operator, projectId, recipe, 1);
    const textsOf = (name: string) =>
      calls.filter((call) => call.name === name).map((call) => call.messages[0]?.content ?? "");
    expect(textsOf("Cy").every((text) => text.includes("Think of minors."))).toBe(true);
    expect(textsOf("Bo").some((text) => text.includes("Think of minors."))).toBe(false);
    expect(textsOf("Decomposer")[0]).not.toContain('"clauses"');
    expect(await db.deliberation.count({ where: { run: { projectId } } })).toBe(0);
  });

  test("of the baseline is one call", async () => {
    expect((await dryRun(operator, projectId, zeroShot, 1)).calls).toHaveLength(1);
  });

  test("says which prompt there is not", async () => {
    await expect(dryRun(operator, projectId, aidsafe, 9)).rejects.toMatchObject({
      message: "There is no prompt 9 in this project. Choose another number.",
    });
  });

  test("shows prompts to nobody who may not read them", async () => {
    const annotator = await createPerson();
    const project = await createProjectWith([[annotator, "annotator"]]);
    await expect(dryRun(annotator, project.id, aidsafe, 1)).rejects.toMatchObject({ code: "forbidden" });
  });
});
