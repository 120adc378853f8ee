import { parseArgs } from "node:util";
import { type Command, type Given, WrongUsage } from "./command.ts";

/** What every command takes. */
const common = { help: { type: "boolean", short: "h" }, json: { type: "boolean" } } as const;

/**
 * Finds the command that the words name and reads its options.
 *
 * @param args as the process got them, without node and script
 * @throws WrongUsage where no command fits, or an option or word is unknown, missing or too many
 */
export function parse(
  commands: readonly Command[],
  args: readonly string[],
): { command: Command; given: Omit<Given, "signal">; help: boolean; json: boolean } {
  const command = commands.find(({ name }) => name.split(" ").every((word, index) => args[index] === word));
  if (!command) throw new WrongUsage(args[0] ? `There is no command “${args[0]}”.` : "Name a command.");
  const rest = args.slice(command.name.split(" ").length);
  const { values, positionals } = readOptions(command, rest);
  const { help, json, ...options } = values as Given["options"];
  if (help !== true && positionals.length !== command.words.length) {
    const wanted = command.words.length === 0 ? "no further word" : command.words.join(" ");
    throw new WrongUsage(`“colloquy ${command.name}” takes ${wanted}.`);
  }
  return { command, given: { words: positionals, options }, help: help === true, json: json === true };
}

function readOptions(command: Command, args: string[]) {
  try {
    return parseArgs({
      args,
      options: { ...command.options, ...common },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? (error.message.split(". ")[0] ?? "") : String(error));
  }
}

/** The list of commands. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    "colloquy: runs deliberations, imports and exports on the command line",
    "",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "colloquy COMMAND --help tells what a command takes. --json prints its result as JSON.",
    "",
  ].join("\n");
}

/** How one command is called. */
export function usage(command: Command): string {
  const options = Object.entries(command.options).map(([name, { type }]) => {
    const shown = type === "string" ? `--${name} ${name.toUpperCase().replaceAll("-", "_")}` : `--${name}`;
    return { shown, help: command.help[name] ?? "" };
  });
  const width = Math.max(0, ...options.map(({ shown }) => shown.length));
  return [
    `colloquy ${[command.name, ...command.words].join(" ")} [options]`,
    command.summary,
    "",
    ...options.map(({ shown, help }) => `  ${shown.padEnd(width)}  ${help}`),
    "",
  ].join("\n");
}
