import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

/** The colours that a theme's block of globals.css sets, by token. */
function tokensOf(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split("}")[0] ?? "";
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

/** Relative luminance of `#rrggbb`, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["paper", "surface", "sunken"];
const textOnGrounds = ["ink", "ink-2", "ink-3", "accent", "accent-strong", "ok", "warn", "bad"].concat([
  "agent-1",
  "agent-2",
  "agent-3",
  "refiner",
]);
const textPairs = [
  ...textOnGrounds.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...["accent", "ok", "warn", "bad"].flatMap((tone) => [
    [tone, `${tone}-soft`] as const,
    ["ink", `${tone}-soft`] as const,
    ["ink-2", `${tone}-soft`] as const,
  ]),
  ["accent-ink", "accent"],
  ["accent-ink", "accent-strong"],
  ["bad-ink", "bad"],
  ["bad-ink", "bad-strong"],
  ["paper", "ink"],
] as const;
const controlPairs = ["line-strong", "accent", "bad"].flatMap((border) =>
  grounds.map((ground) => [border, ground] as const),
);

describe.each([
  ["light", ":root"],
  ["dark", '[data-theme="dark"]'],
])("in the %s theme", (_, selector) => {
  const tokens = tokensOf(selector);
  const colour = (name: string) => tokens[name] ?? expect.fail(`${selector} does not set --${name}`);

  test.each(textPairs)("text of %s on %s can be read", (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(controlPairs)("a control's border of %s shows on %s", (border, ground) => {
    expect(contrast(colour(border), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});
