import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { emptyDraft } from "#lib/domain/review/draft.ts";
import { db } from "#lib/server/database/client.ts";
import { root } from "#lib/server/env.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { begin, createReviewers } from "#lib/server/testing/reviewing.ts";
import { saveDraft } from "./save-draft.ts";

const kills = 3;
const answersBeforeKill = 5;

test("when the server is killed in mid-save, every save that was answered is stored, and saving goes on", async () => {
  const { ina, projectId } = await createReviewers();
  const [ref = ""] = await createRecords(projectId);
  const review = await begin(ina, projectId, ref);
  let version = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const answered = await saveUntilKilled(JSON.stringify(ina), JSON.stringify({ ...review, version }));
    const stored = await db.draft.findUniqueOrThrow({ where: { reviewId: review.reviewId } });
    expect(answered).toBeGreaterThanOrEqual(version + answersBeforeKill);
    // The save that was under way may be stored without an answer; nothing before it may be missing.
    expect([answered, answered + 1]).toContain(stored.version);
    expect(stored.content).toMatchObject({ note: `Save ${stored.version}` });
    version = stored.version;
  }
  const last = { ...review, version, content: { ...emptyDraft, note: "After the last restart." } };
  expect(await saveDraft(ina, last)).toMatchObject({ version: version + 1 });
});

/** Says which version was the last to be answered. */
async function saveUntilKilled(...args: string[]): Promise<number> {
  const server = spawn(process.execPath, [path.join(root, "lib/server/testing/saving-process.ts"), ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(server, "exit");
  const answers: number[] = [];
  for await (const line of createInterface(server.stdout)) {
    answers.push(Number(line));
    if (answers.length === answersBeforeKill) server.kill("SIGKILL");
  }
  await gone;
  return answers.at(-1) ?? 0;
}
