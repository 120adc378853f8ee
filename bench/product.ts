import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";

// Not from lib/server/env, which reads the environment once: a bench decides it first.
const root = path.join(import.meta.dirname, "..");

/** Builds the web pages, if they have to be. */
export async function buildPages(env: NodeJS.ProcessEnv): Promise<void> {
  const program = run("scripts/build.ts", env);
  program.stdout.resume();
  const [code] = await once(program, "exit");
  if (code !== 0) throw new Error(`The build ended with ${code}.`);
}

/** Starts the product and waits until it says that it is ready. */
export async function startProduct(env: NodeJS.ProcessEnv): Promise<{ stop: () => Promise<void> }> {
  const product = run("scripts/start.ts", env);
  for await (const line of createInterface(product.stdout)) {
    if (line.startsWith("Colloquy is ready")) break;
  }
  return {
    async stop() {
      product.kill("SIGTERM");
      if (product.exitCode === null) await once(product, "exit");
    },
  };
}

function run(script: string, env: NodeJS.ProcessEnv) {
  return spawn(process.execPath, [path.join(root, script)], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
}
