import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { db } from "#lib/server/database/client.ts";
import { root } from "#lib/server/env.ts";

const folder = mkdtempSync(path.join(tmpdir(), "colloquy-command-line-"));

type Ended = { code: number | null; stdout: string; stderr: string };

/** Calls the command line as a process of its own, on the database of this test. */
function colloquy(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, "scripts/colloquy.ts"), ...args], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
}

function file(name: string, text: string): string {
  const place = path.join(folder, name);
  writeFileSync(place, text);
  return place;
}

const prompts = file(
  "prompts.csv",
  "prompt\nHow do I kill a Python process?\nWhere can I shoot a good photo?\n",
);

describe("the command line", { timeout: 60_000 }, () => {
  test("tells wrong usage from failure by its exit code", async () => {
    const [none, unknown, missing, odd, failed] = await Promise.all([
      colloquy([]),
      colloquy(["nonsense"]),
      colloquy(["import", prompts]),
      colloquy(["export", "--project", "nowhere", "--family", "gpt-7"]),
      colloquy(["export", "--project", "nowhere"]),
    ]);
    expect([none.code, unknown.code, missing.code, odd.code, failed.code]).toEqual([2, 2, 2, 2, 1]);
    expect(unknown.stderr).toContain("There is no command “nonsense”.");
    expect(missing.stderr).toContain("--project is missing.");
    expect(odd.stderr).toContain("--family is one of qwen-2.5,");
    expect(failed.stderr).toContain("There is no project “nowhere”.");
  });

  test("says of each command what it takes", async () => {
    const { code, stdout } = await colloquy(["endpoint", "add", "--help"]);
    expect(code).toBe(0);
    for (const option of ["--name", "--base-url", "--model", "--key-env", "--project"]) {
      expect(stdout).toContain(option);
    }
  });

  test("makes an unknown project with the five policies, and says so on stderr only", async () => {
    const { code, stdout, stderr } = await colloquy(["import", prompts, "--project", "made-here", "--json"]);
    expect(code).toBe(0);
    expect(stderr).toContain("Made the project “made-here” with the five starting policies.");
    expect(JSON.parse(stdout)).toMatchObject({ prompts: 2, duplicates: 0, faulty: 0 });
    const project = await db.project.findUniqueOrThrow({ where: { slug: "made-here" } });
    expect(await db.policy.count({ where: { projectId: project.id } })).toBe(5);
    expect(await db.prompt.count({ where: { projectId: project.id } })).toBe(2);
  });

  test("refuses a faulty file with its place, and stores nothing of it", async () => {
    const broken = file("broken.csv", "prompt,label\nA good one,x\nOne, two, three\n");
    const { code, stderr } = await colloquy(["import", broken, "--project", "refused"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/broken\.csv, row 2/);
    const project = await db.project.findUniqueOrThrow({ where: { slug: "refused" } });
    expect(await db.prompt.count({ where: { projectId: project.id } })).toBe(0);
    expect(await db.stagedRow.count()).toBe(0);
  });

  test("takes the prompts from the column that is named", async () => {
    const odd = file("odd.csv", "prompt,really\nnot this,but this\n");
    const { code } = await colloquy(["import", odd, "--project", "columns", "--column", "really"]);
    expect(code).toBe(0);
    const project = await db.project.findUniqueOrThrow({ where: { slug: "columns" } });
    expect(await db.prompt.findFirstOrThrow({ where: { projectId: project.id } })).toMatchObject({
      text: "but this",
    });
  });

  test("takes a key from the environment and shows it nowhere", async () => {
    const key = "sk-canary-5f1e0c";
    const args = [
      "endpoint",
      "add",
      "--name",
      "local",
      "--base-url",
      "http://127.0.0.1:9/v1",
      "--model",
      "m",
    ];
    const missing = await colloquy([...args, "--project", "keys", "--key-env", "NOT_SET_ANYWHERE"]);
    expect([missing.code, missing.stderr]).toEqual([
      2,
      expect.stringContaining("NOT_SET_ANYWHERE is not set"),
    ]);
    const added = await colloquy([...args, "--project", "keys", "--key-env", "MY_KEY"], { MY_KEY: key });
    expect(added.code).toBe(0);
    expect(added.stdout + added.stderr).not.toContain(key);
    const endpoint = await db.endpoint.findUniqueOrThrow({
      where: { name: "local" },
      include: { grants: true },
    });
    expect(endpoint.grants).toHaveLength(1);
    expect(Buffer.from(endpoint.sealedKey ?? []).includes(key)).toBe(false);
  });

  test("takes a recipe out as a file and in again, and explains a broken one", async () => {
    const project = ["--project", "recipes"];
    const place = path.join(folder, "recipe.json");
    const broken = file("broken.json", '{"kind": "deliberation", ');
    await colloquy(["import", prompts, ...project]);

    const exported = await colloquy(["recipe", "export", "aidsafe", ...project, "-o", place]);
    expect([exported.code, exported.stdout]).toEqual([0, `Wrote AIDSAFE to ${place}.\n`]);
    const recipe = JSON.parse(readFileSync(place, "utf8"));
    writeFileSync(place, JSON.stringify({ ...recipe, rounds: 5 }));
    const [imported, refused, unknown] = [
      await colloquy(["recipe", "import", place, ...project, "--json"]),
      await colloquy(["recipe", "import", broken, ...project]),
      await colloquy(["recipe", "export", "nonsense", ...project]),
    ];
    expect(JSON.parse(imported.stdout)).toEqual({
      project: "recipes",
      recipe: "AIDSAFE",
      version: 2,
      isNew: true,
    });
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("This is not JSON") });
    expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining("has no recipe “nonsense”.") });
    const first = await colloquy(["recipe", "export", "AIDSAFE", ...project, "--version", "1"]);
    expect(JSON.parse(first.stdout)).toEqual(recipe);
  });

  test("works itself where no worker lives, and exports nothing that nobody approved", async () => {
    await colloquy(["import", prompts, "--project", "whole"]);
    const started = ["run", "--project", "whole", "--endpoint", "Rehearsal", "--wait", "--json", "--cap"];
    expect((await colloquy([...started, "a lot"])).code).toBe(2);
    const run = await colloquy([...started, "2.50"]);
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({
      status: "finished",
      subjects: 2,
      failed: 0,
      capMicros: 2_500_000,
    });
    const target = path.join(folder, "approved.jsonl");
    const exported = await colloquy(["export", "--project", "whole", "--format", "aidsafe", "-o", target]);
    expect(exported.code).toBe(1);
    expect(() => readFileSync(target)).toThrow();
  });

  test("looks after the installation in words and in JSON, and keeps the password to the latter", async () => {
    const [words, json] = await Promise.all([colloquy(["doctor"]), colloquy(["doctor", "--json"])]);
    expect([words.code, json.code]).toEqual([0, 0]);
    const report = JSON.parse(json.stdout);
    expect(report).toMatchObject({ ok: true, database: { ok: true }, migrations: { pending: [] } });
    expect(words.stdout).toContain("All is well.");
    const { password } = new URL(report.database.url);
    if (password) expect(words.stdout).not.toContain(password);
  });

  test("says why a database cannot be used, also to programs", async () => {
    const { code, stdout } = await colloquy(["doctor", "--json"], {
      DATABASE_URL: "postgresql://nobody@127.0.0.1:9/none",
    });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, database: { ok: false } });
  });
});
