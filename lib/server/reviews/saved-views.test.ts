import { expect, test } from "vitest";
import { choiceOf, queryOf } from "#lib/domain/review/queue-choice.ts";
import { db } from "#lib/server/database/client.ts";
import { createReviewers } from "#lib/server/testing/reviewing.ts";
import { dropView, loadSavedViews, renameView, saveView, setDefaultView } from "./saved-views.ts";

const grave = { list: "waiting", order: "judges", filter: { severity: "high", text: "kill a" } } as const;
const old = { list: "mine", order: "oldest", filter: {} } as const;

test("a person keeps views of their own, and nobody else sees or changes them", async () => {
  const { ina, ben, projectId } = await createReviewers();
  await saveView(ina, projectId, { name: "Grave", choice: old });
  await saveView(ina, projectId, { name: "Grave", choice: grave });
  await saveView(ina, projectId, { name: "Old", choice: old });
  const [first, second] = await loadSavedViews(ina, projectId);
  expect([first, second]).toMatchObject([
    { name: "Grave", choice: grave, isDefault: false },
    { name: "Old", choice: old, isDefault: false },
  ]);
  const [id = "", other = ""] = [first?.id, second?.id];

  expect(await loadSavedViews(ben, projectId)).toEqual([]);
  await expect(dropView(ben, projectId, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(setDefaultView(ben, projectId, id)).rejects.toMatchObject({ code: "not_found" });

  await setDefaultView(ina, projectId, id);
  await setDefaultView(ina, projectId, other);
  expect((await loadSavedViews(ina, projectId)).map(({ isDefault }) => isDefault)).toEqual([false, true]);
  await expect(renameView(ina, projectId, { id, name: "Old" })).rejects.toMatchObject({ code: "conflict" });
  await renameView(ina, projectId, { id, name: "Worst" });
  await dropView(ina, projectId, other);
  expect((await loadSavedViews(ina, projectId)).map(({ name }) => name)).toEqual(["Worst"]);
});

test("a view of a list that is no longer for somebody's role waits until it is, and does not shut them out", async () => {
  const { lea, projectId } = await createReviewers();
  const key = { projectId_userId: { projectId, userId: lea.userId } };
  await saveView(lea, projectId, { name: "Approved", choice: { ...old, list: "approved" } });
  await saveView(lea, projectId, { name: "Grave", choice: grave });
  const names = async () => (await loadSavedViews(lea, projectId)).map(({ name }) => name);
  expect(await names()).toEqual(["Approved", "Grave"]);
  await db.membership.update({ where: key, data: { role: "annotator" } });
  expect(await names()).toEqual(["Grave"]);
  await db.membership.update({ where: key, data: { role: "reader" } });
  expect(await names()).toEqual(["Approved"]);
});

test("a choice reads back from the address that it makes, and an address asks for no more than it may", () => {
  expect(choiceOf(queryOf(grave), "approved")).toEqual(grave);
  const query = {
    list: "waiting",
    order: "people",
    severity: "harsh",
    check: "near_duplicate",
    cites: "1.2",
    lowest: "low",
  };
  expect(choiceOf(query, "mine")).toEqual({
    list: "waiting",
    order: "interleaved",
    filter: { cites: "1.2" },
  });
  expect(choiceOf({ ...query, list: "approved" }, "mine")).toEqual({
    list: "approved",
    order: "people",
    filter: { check: "near_duplicate", cites: "1.2", lowest: "low" },
  });
});
