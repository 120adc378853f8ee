import type { Page } from "@playwright/test";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { loadPolicyDraft, savePolicyDraft } from "#lib/server/policies/draft.ts";
import { publishPolicy } from "#lib/server/policies/publish.ts";
import { createPerson, createProjectWith } from "#lib/server/testing/people.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { letPass } from "#lib/server/testing/reviewing.ts";
import { expect } from "./journey.ts";

/** Two who review and one who leads, in a project of records to review. */
export async function team(records: number) {
  const [lea, ina, ben] = await Promise.all(
    ["Lea Lead", "Ina Annotator", "Ben Annotator"].map((name) => createPerson({ name })),
  );
  if (!lea || !ina || !ben) throw new Error("Three people were made.");
  const project = await createProjectWith(
    [
      [lea, "lead"],
      [ina, "annotator"],
      [ben, "annotator"],
    ],
    "Support assistant",
    `support-${crypto.randomUUID().slice(0, 8)}`,
  );
  if (records > 0) await createRecords(project.id, records);
  const base = `/projects/${project.slug}`;
  return { lea, ina, ben, project, base, room: (ref: string) => `${base}/review/${ref}` };
}

/** Opens a room and waits until it stands: its state in the header comes last. */
export async function open(page: Page, room: string): Promise<void> {
  await page.goto(room);
  await expect(page.getByRole("button", { name: "Keys" })).toBeVisible();
}

/** Opens a room and claims its record. */
export async function begin(page: Page, room: string): Promise<void> {
  await open(page, room);
  await page.getByRole("button", { name: "Review this record" }).click();
  await expect(page.getByText(/^yours until/)).toBeVisible();
}

/** The field of the note, whatever kind of note it is. */
export function note(page: Page) {
  return page.getByRole("textbox", { name: "Note" });
}

/** Writes another text in the place of a thought. */
export async function rewrite(page: Page, number: number, text: string): Promise<void> {
  const thought = page.getByRole("listitem", { name: new RegExp(`^Thought ${number}\\b`) });
  await thought.click({ position: { x: 8, y: 8 } });
  await page.keyboard.press("e");
  await page.getByRole("textbox", { name: `Text of thought ${number}` }).fill(text);
  await page.keyboard.press("Escape");
}

/** Publishes a policy in which one clause says the same in other words. */
export async function reword(lead: PersonActor, projectId: string, clause: string): Promise<void> {
  const address = { projectId, number: Number(clause.split(".")[0]) };
  const { draft } = await loadPolicyDraft(lead, address);
  const text = draft.text.replace(`\n${clause} `, `\n${clause} In plain words: `);
  const { version } = await savePolicyDraft(lead, { ...address, text, baseVersion: draft.version });
  await publishPolicy(lead, { ...address, draftVersion: version, addedTouch: "none" });
}

export async function statusOf(projectId: string, ref: string) {
  return (await db.record.findUniqueOrThrow({ where: { projectId_ref: { projectId, ref } } })).status;
}

/** Lets the time pass in which what was said so far can be taken back. */
export async function passed(projectId: string): Promise<void> {
  const reviews = await db.review.findMany({
    where: { round: { record: { projectId } }, status: "submitted", withdrawnAt: null },
    select: { id: true },
  });
  for (const { id } of reviews) await letPass(id, 1);
  const closedAt = new Date(Date.now() - 60_000);
  await db.reviewRound.updateMany({
    where: { record: { projectId }, closedAt: { not: null } },
    data: { closedAt },
  });
}
