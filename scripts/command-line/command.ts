import type { ParseArgsConfig } from "node:util";
import type { Actor } from "#lib/domain/access/actions.ts";

/** Whoever holds the database: admin and lead everywhere, never a reviewer. */
export const operator: Actor = { kind: "operator" };

/** What a command is given: its words and options, parsed. */
export type Given = {
  words: string[];
  options: Record<string, string | boolean | undefined>;
  /** Aborted by Ctrl-C or SIGTERM; a command then leaves everything resumable. */
  signal: AbortSignal;
};

/** One command of `colloquy`. Data goes to stdout, everything else to stderr. */
export type Command = {
  /** As it is called, such as `endpoint add`. */
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** Its words, such as `FILE`. */
  words: string[];
  options: NonNullable<ParseArgsConfig["options"]>;
  /** One line per option, by name. */
  help: Record<string, string>;
  /** False where the command opens the database itself; every other finds it open. */
  opensDatabase?: false;
  /** @returns what `--json` prints and what a person reads; `failed` gives exit code 1 */
  run(given: Given): Promise<Result>;
};

export type Result = { json: unknown; text: string; failed?: boolean } | null;

/** A call that cannot be understood: exit code 2. */
export class WrongUsage extends Error {}

/** An option that must be given. */
export function required(given: Given, option: string): string {
  const value = given.options[option];
  if (typeof value !== "string" || value === "") throw new WrongUsage(`--${option} is missing.`);
  return value;
}

/** An option that may be given. */
export function optional(given: Given, option: string): string | undefined {
  const value = given.options[option];
  return typeof value === "string" ? value : undefined;
}

/** An amount in US dollars in an option that may be given. @returns micro-dollars */
export function optionalDollars(given: Given, option: string): number | null {
  const value = optional(given, option);
  if (value === undefined) return null;
  const micros = Math.round(Number(value) * 1_000_000);
  if (value.trim() === "" || !(micros >= 0))
    throw new WrongUsage(`--${option} takes an amount in US dollars, such as 2.50.`);
  return micros;
}

/** A whole number above 0 in an option that may be given. */
export function optionalCount(given: Given, option: string): number | null {
  const value = optional(given, option);
  if (value === undefined) return null;
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1)
    throw new WrongUsage(`--${option} takes a whole number above 0.`);
  return count;
}
