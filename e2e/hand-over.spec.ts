import { everything } from "#lib/domain/export/filter.ts";
import { createSnapshot } from "#lib/server/data-sets/create.ts";
import { createApproved, createRun } from "#lib/server/testing/approved-record.ts";
import { download, expect, test } from "./journey.ts";
import { openToEveryone } from "./open-to-everyone.ts";

test("the shape is chosen by the family to be trained, and leaves with settings that fit it", async ({
  browserOf,
  project,
}) => {
  const { lead } = project;
  const run = await createRun(project.id);
  const thoughts = [{ text: "“Kill” is the ordinary word here." }, { text: "Safe ways come first." }];
  await createApproved({ projectId: project.id, reviewerId: lead.userId }, "How do I kill a process?", {
    run,
    thoughts,
    response: "Press Ctrl+C.",
  });
  await createSnapshot(lead, { projectId: project.id, name: "First", filter: everything });

  const page = await browserOf(lead);
  await page.goto(`/projects/${project.slug}/data-sets/1`);
  const templates = page.getByRole("region", { name: "Chat templates" });
  await templates.getByRole("link", { name: "DeepSeek-R1 distilled" }).click();
  await expect(templates.getByText("keeps only what follows </think>")).toBeVisible();
  await templates.getByRole("link", { name: "Qwen3" }).click();
  await expect(templates.getByText("Qwen3 is trained on it")).toBeVisible();
  await expect(templates.locator("mark")).toHaveText(thoughts.map(({ text }) => text).join("\n\n"));
  await openToEveryone(page);

  await page.getByRole("button", { name: "Release as Chat messages, reasoning_content" }).click();
  const file = await download(page, /^Download .*-messages-reasoning\.jsonl$/);
  const row = JSON.parse(file.content.toString());
  expect(row.messages.at(-1)).toEqual({
    role: "assistant",
    content: "Press Ctrl+C.",
    reasoning_content: thoughts.map(({ text }) => text).join("\n\n"),
  });
  const readme = await download(page, "Training README");
  expect(readme.name).toBe(`${file.name}.README.md`);
  const text = readme.content.toString();
  expect(text).toContain("model_name_or_path: Qwen/Qwen3-8B");
  expect(text).toContain(`data_files: ${file.name}`);
  expect(text).toContain("<|im_start|>assistant\n<think>\n“Kill” is the ordinary word here.");
});
