import { describe, expect, test } from "vitest";
import { policiesStrings } from "#lib/domain/strings/policies.ts";
import { db } from "#lib/server/database/client.ts";
import { createPerson, createProjectWith } from "#lib/server/testing/people.ts";
import {
  discardGuidelinesDraft,
  loadGuidelines,
  loadGuidelinesDraft,
  loadGuidelinesVersion,
  publishGuidelines,
  saveGuidelinesDraft,
} from "./guidelines.ts";

const lead = await createPerson({ name: "Lea" });
const other = await createPerson({ name: "Lou" });
const annotator = await createPerson({ name: "Ina" });

async function freshProject() {
  const { id: projectId } = await createProjectWith([
    [lead, "lead"],
    [other, "lead"],
    [annotator, "annotator"],
  ]);
  return projectId;
}

describe("guidelines", () => {
  test("are published as versions that never change", async () => {
    const projectId = await freshProject();
    const { version } = await saveGuidelinesDraft(lead, { projectId, text: "# Be kind", baseVersion: 0 });
    expect((await loadGuidelines(lead, { projectId })).hasDraft).toBe(true);
    expect((await loadGuidelines(annotator, { projectId })).hasDraft).toBe(false);
    expect(await publishGuidelines(lead, { projectId, draftVersion: version })).toEqual({ version: 2 });
    const page = await loadGuidelines(annotator, { projectId });
    expect(page).toMatchObject({
      hasDraft: false,
      current: { version: 2, text: "# Be kind", publishedBy: "Lea" },
    });
    expect(page.versions.map((line) => line.version)).toEqual([2, 1]);
    expect((await loadGuidelinesVersion(annotator, { projectId, version: 1 })).text).not.toBe("# Be kind");
    await expect(db.$executeRaw`update guidelines_versions set text = 'other'`).rejects.toThrow(
      "never changed",
    );
  });

  test("are published once where two publish at once", async () => {
    const projectId = await freshProject();
    const { version } = await saveGuidelinesDraft(lead, { projectId, text: "# Be kind", baseVersion: 0 });
    const both = await Promise.allSettled([
      publishGuidelines(lead, { projectId, draftVersion: version }),
      publishGuidelines(other, { projectId, draftVersion: version }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await loadGuidelines(lead, { projectId })).versions).toHaveLength(2);
  });

  test("keep a draft from who has not seen it, and from who may not write", async () => {
    const projectId = await freshProject();
    await saveGuidelinesDraft(lead, { projectId, text: "Lead's", baseVersion: 0 });
    await expect(
      saveGuidelinesDraft(other, { projectId, text: "Other's", baseVersion: 0 }),
    ).rejects.toMatchObject({
      code: "conflict",
      detail: { text: "Lead's", savedBy: "Lea" },
    });
    await expect(
      saveGuidelinesDraft(annotator, { projectId, text: "Mine", baseVersion: 1 }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(discardGuidelinesDraft(other, { projectId, baseVersion: 7 })).rejects.toMatchObject({
      code: "conflict",
    });
    await discardGuidelinesDraft(other, { projectId, baseVersion: 1 });
    expect((await loadGuidelinesDraft(lead, { projectId })).draft.version).toBe(0);
  });

  test("are not published empty or unchanged", async () => {
    const projectId = await freshProject();
    const { published } = await loadGuidelinesDraft(lead, { projectId });
    await saveGuidelinesDraft(lead, { projectId, text: published?.text ?? "", baseVersion: 0 });
    await expect(publishGuidelines(lead, { projectId, draftVersion: 1 })).rejects.toMatchObject({
      message: policiesStrings.publish.nothingChanged,
    });
    await saveGuidelinesDraft(lead, { projectId, text: " \n", baseVersion: 1 });
    await expect(publishGuidelines(lead, { projectId, draftVersion: 2 })).rejects.toMatchObject({
      message: policiesStrings.guidelines.emptyText,
    });
  });
});
