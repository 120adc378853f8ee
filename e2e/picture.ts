import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { root } from "#lib/server/env.ts";
import { expect } from "./journey.ts";

const folder = path.join(root, "docs/images/screens");
const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const themes = ["light", "dark"] as const;

/**
 * Takes a state of the product as it stands: in both themes, on a desktop and on a phone; in two, light on the one and
 * dark on the other.
 *
 * @param name of the files, as `docs/screens.md` shows them
 */
export async function picture(page: Page, name: string, { inTwo = false } = {}): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of themes) {
      if (inTwo && (size === "phone") !== (colorScheme === "dark")) continue;
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
      await drawn(page);
      await save(page, `${name}-${size}-${colorScheme}.webp`);
    }
  }
  await page.setViewportSize(sizes.desktop);
  await page.emulateMedia({ colorScheme: "light" });
}

/** Two frames later all that was set is painted. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
  });
}

async function save(page: Page, file: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send("Page.captureScreenshot", { format: "webp", quality: 60 });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, file), Buffer.from(data, "base64"));
  await devtools.detach();
}
