import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { root } from "#lib/server/env.ts";
import { expect } from "./journey.ts";

const folder = path.join(root, "docs/images/screens");
const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
/** Small enough to be kept, large enough to be read. */
const scales = { desktop: 0.8, phone: 1 } as const;
const themes = ["light", "dark"] as const;

/**
 * Takes a state of the product as it stands: light on a desktop and dark on a phone; in four, in both themes on both.
 *
 * @param name of the files, as `docs/screens.md` shows them
 */
export async function picture(page: Page, name: string, { inFour = false } = {}): Promise<void> {
  for (const size of ["desktop", "phone"] as const) {
    const viewport = sizes[size];
    await page.setViewportSize(viewport);
    for (const colorScheme of themes) {
      if (!inFour && (size === "phone") !== (colorScheme === "dark")) continue;
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
      await drawn(page);
      await save(page, `${name}-${size}-${colorScheme}.webp`, { ...viewport, scale: scales[size] });
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

type Clip = { width: number; height: number; scale: number };

async function save(page: Page, file: string, clip: Clip): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send("Page.captureScreenshot", {
    format: "webp",
    quality: 60,
    clip: { x: 0, y: await page.evaluate(() => window.scrollY), ...clip },
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, file), Buffer.from(data, "base64"));
  await devtools.detach();
}
