import type { Page } from "@playwright/test";
import { emptyDraft } from "#lib/domain/review/draft.ts";
import { db } from "#lib/server/database/client.ts";
import { createImported } from "#lib/server/testing/records.ts";
import { fixing, submit } from "#lib/server/testing/reviewing.ts";
import { guide } from "./guide.ts";
import { expect, test } from "./journey.ts";
import { picture } from "./picture.ts";
import { begin, note, open, passed, reword, rewrite, team } from "./room.ts";

const mended =
  "Ending a process on one's own machine is routine; only a request about a machine that the person may not use would fall under 4.1.";

test("the room, from the queue to the next record", async ({ browserOf }) => {
  const { ina, ben, project, base, room } = await team(5);
  const page = await browserOf(ina);
  await page.goto(`${base}/review`);
  await expect(page.getByRole("button", { name: /^Start reviewing/ })).toBeVisible();
  await picture(page, "queue", { inFour: true });
  await open(page, room("1.1"));
  await picture(page, "room-offered", { inFour: true });
  await begin(page, room("1.1"));
  await page.keyboard.press("1");
  await page.keyboard.press("5");
  await page.keyboard.press("e");
  await page.getByRole("textbox", { name: "Text of thought 2" }).fill(mended);
  await picture(page, "room-editing");
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await picture(page, "room-edited", { inFour: true });
  for (const [key, name] of [
    ["l", "clauses"],
    ["h", "guidelines"],
    ["?", "keys"],
    ["Control+k", "palette"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog")).toBeVisible();
    await picture(page, `room-${name}`);
    await page.keyboard.press("Escape");
  }
  for (const tab of ["Deliberation", "Changes", "History"]) {
    await page.getByRole("tab", { name: tab }).click();
    await picture(page, `room-${tab.toLowerCase()}`);
  }
  await page.getByRole("tab", { name: "Refined" }).click();
  await page.keyboard.press("f");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("1.1 submitted")).toBeVisible();
  await expect(page.getByText(/^yours until/)).toBeVisible();
  await picture(page, "room-conversation-and-undo", { inFour: true });
  await begin(page, room("1.3"));
  await picture(page, "room-long-prompt", { inFour: true });

  await db.project.update({ where: { id: project.id }, data: { scoredPercent: 100 } });
  await begin(page, room("1.4"));
  await page.keyboard.press("f");
  await page.keyboard.press("p");
  await page.keyboard.press("4");
  await picture(page, "room-scores", { inFour: true });
  await db.exposureChoice.create({ data: { userId: ben.userId, blur: true } });
  const careful = await browserOf(ben);
  await careful.goto(room("1.5"));
  await careful.getByRole("button", { name: "Review this record" }).click();
  await expect(careful.getByText(/^yours until/)).toBeVisible();
  await picture(careful, "room-veiled", { inFour: true });
});

test("the room of a long chain", async ({ browserOf }) => {
  const { ina, project, room } = await team(0);
  const page = await browserOf(ina);
  const weighed = [
    "what the person most likely wants",
    "who could come to harm by it",
    "what the policy asks for here",
    "what a helpful answer would leave out",
  ];
  const long = await createImported(
    project.id,
    Array.from(
      { length: 48 },
      (_, index) =>
        `Step ${index + 1} weighs ${weighed[index % weighed.length]}, and finds nothing that the steps before did not allow for.`,
    ),
  );
  await begin(page, room(long));
  for (const key of ["1", "1", "1", "4", "ArrowDown", "1", "1"]) await page.keyboard.press(key);
  await picture(page, "room-outline", { inFour: true });
});

test("the room from right to left", async ({ browserOf }) => {
  const { ina, project, room } = await team(0);
  const page = await browserOf(ina);
  const arabic = await createImported(project.id, [
    "السؤال عادي: يريد الشخص تنظيف منزله بأمان، ولا شيء فيه يدل على نية الإيذاء.",
    "بعض المواد تُطلق غازًا سامًا عند خلطها (مثل المبيّض مع Ammonia)، فيجب ذكر ذلك أولًا.",
  ]);
  await begin(page, room(arabic));
  await page.keyboard.press("e");
  await picture(page, "room-right-to-left", { inFour: true });
});

test("the room in trouble", async ({ browserOf, expectError }) => {
  expectError(/ERR_INTERNET_DISCONNECTED|409 \(Conflict\)/);
  const { lea, ina, project, room } = await team(2);
  const [desk, phone] = [await browserOf(ina), await browserOf(ina)];
  await begin(desk, room("1.1"));
  await open(phone, room("1.1"));
  await rewrite(phone, 2, mended);
  await expect(phone.getByText(/^Saved \d/)).toBeVisible();
  await desk.context().setOffline(true);
  await rewrite(desk, 2, "Ending a process is routine on one's own machine.");
  await rewrite(desk, 3, "Safe ways come first: close it, ask the system, then force it.");
  await expect(desk.getByText("Offline: kept on this device")).toBeVisible();
  await picture(desk, "room-offline", { inFour: true });
  await desk.context().setOffline(false);
  await expect(desk.getByRole("dialog", { name: "This review was written in two places" })).toBeVisible();
  await picture(desk, "room-conflict", { inFour: true });
  await desk.getByRole("button", { name: "Go on with what is chosen" }).click();
  await expect(desk.getByText(/^Saved \d/)).toBeVisible();
  await phone.close();

  await reword(lea, project.id, "5.2");
  await note(desk).fill("Written while the policy changed.");
  await expect(desk.getByText("You do not hold this record any more")).toBeVisible();
  await picture(desk, "room-policy-changed", { inFour: true });
});

test("adjudication, and what comes of it", async ({ browserOf }) => {
  const { lea, ina, ben, project, base, room } = await team(3);
  await db.project.update({ where: { id: project.id }, data: { reviewsPerRecord: 2 } });
  await db.reviewRound.updateMany({ where: { record: { projectId: project.id } }, data: { slots: 2 } });
  await submit(ina, project.id, "1.1", fixing);
  await submit(ben, project.id, "1.1", {
    ...emptyDraft,
    labels: { "t2.1": "unsupported" },
    decision: "reject",
    note: "It lectures the person.",
  });
  await passed(project.id);
  const page = await browserOf(lea);
  await page.goto(`${base}/adjudication`);
  await picture(page, "adjudication");
  await page.getByRole("link", { name: /^1\.1/ }).click();
  await expect(page.getByText(/thoughts differ\.$/)).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await picture(page, "adjudication-of-one", { inFour: true });
  await page.keyboard.press("n");
  await page.keyboard.type("On one's own machine nobody is disturbed.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("That was the last one")).toBeVisible();
  await picture(page, "adjudication-done");
  await passed(project.id);
  const reviewer = await browserOf(ben);
  await reviewer.goto(`${base}/my-work`);
  await picture(reviewer, "my-work", { inFour: true });
  await reviewer.goto(room("1.1"));
  await reviewer.getByRole("tab", { name: "History" }).click();
  await picture(reviewer, "room-after-reveal");
});

const ofProject = {
  home: "",
  prompts: "/prompts",
  "prompts-import": "/prompts/import",
  runs: "/runs",
  "runs-new": "/runs/new",
  run: "/runs/1",
  deliberation: "/runs/1/2",
  recipes: "/recipes",
  insights: "/insights",
  "insights-quality": "/insights/quality",
  "insights-planted": "/insights/planted",
  policies: "/policies",
  policy: "/policies/5",
  "policy-edit": "/policies/5/edit",
  guidelines: "/guidelines",
  "data-sets": "/data-sets",
  "data-sets-new": "/data-sets/new",
  "data-set": "/data-sets/1",
  settings: "/settings",
  "settings-exposure": "/settings/exposure",
  people: "/settings/people",
  audit: "/settings/audit",
};
const ofInstallation = {
  projects: "/projects",
  account: "/account",
  endpoints: "/admin/endpoints",
  "endpoints-new": "/admin/endpoints/new",
};

test("the pages of the demonstration, as its lead", async ({ browserOf }) => {
  const page = await browserOf(await guide());
  for (const [name, address] of Object.entries(ofProject)) {
    await page.goto(`/projects/demonstration${address}`);
    await look(page, name);
  }
  for (const [name, address] of Object.entries(ofInstallation)) {
    await page.goto(address);
    await look(page, name);
  }
});

test("the ways in and the dead ends", async ({ browserOf, expectError }) => {
  expectError(/status of 40[34]/);
  const { ina, base } = await team(0);
  const stranger = await browserOf();
  await stranger.goto("/sign-in");
  await look(stranger, "sign-in");
  const page = await browserOf(ina);
  await page.goto(`${base}/review`);
  await look(page, "queue-empty");
  await page.goto(`${base}/settings`);
  await look(page, "forbidden");
  await page.goto("/projects/none");
  await look(page, "not-found");
});

async function look(page: Page, name: string) {
  await expect(page.getByRole("main")).toBeVisible();
  await picture(page, name);
}
