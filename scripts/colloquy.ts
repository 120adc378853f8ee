#!/usr/bin/env node
import { Refused } from "#lib/domain/errors.ts";
import { openDatabase } from "#lib/server/database/open.ts";
import { type Result, WrongUsage } from "#scripts/command-line/command.ts";
import { overview, parse, usage } from "#scripts/command-line/parse.ts";
import { commands } from "#scripts/commands/commands.ts";

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

process.exitCode = await main(process.argv.slice(2));

/** @returns 0 done, 1 failed, 2 wrong usage */
async function main(args: string[]): Promise<number> {
  if (args.length === 0 || args[0] === "--help" || args[0] === "-h" || args[0] === "help") {
    process.stdout.write(overview(commands));
    return args.length === 0 ? 2 : 0;
  }
  try {
    const { command, given, help, json } = parse(commands, args);
    if (help) {
      process.stdout.write(usage(command));
      return 0;
    }
    const run = async () => tell(await command.run({ ...given, signal: stop.signal }), json);
    return command.opensDatabase === false ? await run() : await withDatabase(run);
  } catch (error) {
    return explain(error);
  }
}

async function withDatabase(run: () => Promise<number>): Promise<number> {
  const database = await openDatabase();
  try {
    return await run();
  } finally {
    await database.close();
  }
}

function tell(result: Result, json: boolean): number {
  if (result === null) return 0;
  process.stdout.write(json ? `${JSON.stringify(result.json, null, 2)}\n` : `${result.text}\n`);
  return result.failed ? 1 : 0;
}

function explain(error: unknown): number {
  if (error instanceof WrongUsage) {
    process.stderr.write(`${error.message}\nTry colloquy --help.\n`);
    return 2;
  }
  if (stop.signal.aborted) {
    process.stderr.write("Stopped. What was stored is kept; the same command goes on from there.\n");
    return 1;
  }
  if (!(error instanceof Refused) && !(error instanceof Error)) throw error;
  process.stderr.write(`${error.message}\n`);
  return 1;
}
