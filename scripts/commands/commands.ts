import type { Command } from "#scripts/command-line/command.ts";
import { doctorCommand } from "./doctor.ts";
import { endpointAddCommand } from "./endpoint-add.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { recipeExportCommand } from "./recipe-export.ts";
import { recipeImportCommand } from "./recipe-import.ts";
import { runCommand } from "./run.ts";

/** Every command, in the order in which a newcomer needs them. */
export const commands: readonly Command[] = [
  doctorCommand,
  endpointAddCommand,
  importCommand,
  recipeImportCommand,
  recipeExportCommand,
  runCommand,
  exportCommand,
];
