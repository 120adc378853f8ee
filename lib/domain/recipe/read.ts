import type { z } from "zod";
import { Recipe, recipeKinds, templateVersion } from "#lib/domain/deliberation/recipe.ts";
import { recipeStrings } from "#lib/domain/strings/recipe.ts";

const strings = recipeStrings.read;

/** How many faults are told of at once. */
const told = 3;

/** What a text turned out to be: a recipe, or sentences that say what is wrong, where, and what to do. */
export type RecipeReading = { ok: true; recipe: Recipe } | { ok: false; message: string };

/** Reads a recipe from JSON, as it was exported or written by hand. */
export function readRecipe(text: string): RecipeReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, message: strings.notJson(placeIn(error)) };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { ok: false, message: strings.notObject };
  }
  const parsed = Recipe.safeParse(value);
  return parsed.success
    ? { ok: true, recipe: parsed.data }
    : { ok: false, message: sentences(parsed.error.issues, value) };
}

function placeIn(error: unknown): string | null {
  const [, line, column] = /line (\d+) column (\d+)/.exec(String(error)) ?? [];
  return line && column ? strings.place(line, column) : null;
}

function sentences(issues: readonly z.core.$ZodIssue[], value: object): string {
  const all = [...new Set(issues.flatMap((issue) => faultsIn(issue, value)))];
  const rest = all.length - told;
  return [...all.slice(0, told), ...(rest > 0 ? [strings.more(rest)] : [])].join(" ");
}

function faultsIn(issue: z.core.$ZodIssue, value: object): string[] {
  const at = (...more: PropertyKey[]) => `“${placeOf([...issue.path, ...more])}”`;
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => `${at(key)} ${strings.unknown}`);
  if (issue.path.length === 0) {
    return [issue.code === "custom" ? issue.message : `“kind” ${strings.wrongKind(recipeKinds)}`];
  }
  if (!isThere(value, issue.path)) return [`${at()} ${strings.missing}`];
  if (issue.path.at(-1) === "kind") return [`${at()} ${strings.wrongKind(recipeKinds)}`];
  if (issue.path.at(-1) === "templateVersion") return [`${at()} ${strings.otherVersion(templateVersion)}`];
  return [`${at()}: ${issue.message}`];
}

function isThere(value: unknown, [key, ...rest]: readonly PropertyKey[]): boolean {
  if (key === undefined) return true;
  if (typeof value !== "object" || value === null || !(key in value)) return false;
  return isThere((value as Record<PropertyKey, unknown>)[key], rest);
}

/** `agents[1].sampling.topP`, with places in lists counted from 0 as programs do. */
function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`,
    "",
  );
}
