import type { Page } from "@playwright/test";
import { db } from "#lib/server/database/client.ts";
import { createProjectWith } from "#lib/server/testing/people.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { tell } from "../figures.ts";
import { openRoom, type Reviewer } from "./reviewer.ts";

const better = " This is an everyday task.";

/** What a person does to approve the record at hand, by the way they do it. */
const ways = {
  keys: {
    async approve({ keyboard }: Page) {
      await keyboard.press("f");
    },
    async mend({ keyboard }: Page) {
      await keyboard.press("ArrowDown");
      await keyboard.press("5");
      await keyboard.press("e");
      await keyboard.press("Control+End");
      await keyboard.insertText(better);
      await keyboard.press("Escape");
      await keyboard.press("f");
    },
    submit: ({ keyboard }: Page) => keyboard.press("Control+Enter"),
  },
  mouse: {
    async approve(page: Page) {
      await answer(page, "sound");
    },
    async mend(page: Page) {
      await page.locator("[data-focus]").nth(1).click();
      await page.getByRole("radio", { name: "wrong policy" }).first().click();
      await page.getByRole("button", { name: /^Edit/ }).click();
      await page.keyboard.insertText(better);
      await answer(page, "fixed");
    },
    submit: (page: Page) => page.getByRole("button", { name: /^Submit and next/ }).click(),
  },
};

/**
 * Keys and clicks that approve a record, without and with an edit of one thought, as the browser counts them: modifiers
 * belong to the key they are held for, and the words that are written are not counted.
 */
export async function measureEffort({ person, context, url }: Reviewer) {
  const { id: projectId, slug } = await createProjectWith([[person, "annotator"]], "Effort");
  const [first] = await createRecords(projectId, 5);
  const page = await openRoom(context, `${url}/projects/${slug}/review/${first}`);
  const found: Record<string, Counted> = {};
  for (const [name, way] of Object.entries(ways)) {
    for (const kind of ["approve", "mend"] as const) {
      const ref = page.url().split("/").at(-1) ?? "";
      await page.getByRole("button", { name: /^Submit and next/ }).waitFor();
      await count(page);
      await way[kind](page);
      await way.submit(page);
      await page.waitForURL((address) => !address.pathname.endsWith(ref));
      found[`${name}, ${kind === "mend" ? "with" : "without"} an edit`] = await counted(page);
      const { status } = await db.record.findUniqueOrThrow({ where: { projectId_ref: { projectId, ref } } });
      if (status !== "approved") throw new Error(`${ref} is ${status}, not approved.`);
    }
  }
  await page.close();
  tell(`effort ${JSON.stringify(found)}`);
  return found;
}

type Counted = { keys: number; clicks: number };

function count(page: Page): Promise<void> {
  return page.evaluate(() => {
    const done = { keys: 0, clicks: 0 };
    const modifiers = ["Control", "Meta", "Shift", "Alt"];
    const onKey = ({ key }: KeyboardEvent) => {
      if (!modifiers.includes(key)) done.keys += 1;
    };
    window.addEventListener("keydown", onKey, { capture: true });
    window.addEventListener("pointerdown", () => (done.clicks += 1), { capture: true });
    Object.assign(window, { done });
  });
}

function counted(page: Page): Promise<Counted> {
  return page.evaluate(() => (window as unknown as { done: Counted }).done);
}

function answer(page: Page, verdict: string): Promise<void> {
  return page
    .getByRole("radiogroup", { name: "Reasoning" })
    .getByRole("radio", { name: verdict, exact: true })
    .click();
}
