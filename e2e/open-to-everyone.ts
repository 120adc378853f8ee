import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./journey.ts";

/** What stands on a page breaks no rule in either theme, and fits a phone. */
export async function openToEveryone(page: Page): Promise<void> {
  await inspect(page);
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 390, height: 844 });
  await measure(page);
  await page.setViewportSize(size);
}

/**
 * No rule of axe may be broken, whether a guideline asks for it or good practice. Themes differ in nothing but colours: the
 * dark one is asked for contrast alone.
 */
export async function inspect(page: Page, except: string[] = []): Promise<void> {
  for (const [colorScheme, rules] of [
    ["light", axe(page).disableRules(except)],
    ["dark", axe(page).withRules(["color-contrast", "link-in-text-block"])],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    const { violations } = await rules.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    expect(found, colorScheme).toEqual([]);
  }
}

/** In one page, as nothing is framed, and without a list of all that is well: both take longer than the rules themselves. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
}

/** Nothing may reach beyond the screen; a pixel may come of rounding. */
export async function measure(page: Page): Promise<void> {
  const overhang = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(overhang, { message: "pixels to scroll sideways" }).toBeLessThanOrEqual(1);
}
