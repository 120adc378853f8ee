// `npm start`: everything the product needs, from nothing but a checkout. `npm run dev` is the same with pages that reload.
import { once } from "node:events";
import { enableCompileCache } from "node:module";
import path from "node:path";

// Half a second less on every start but the first.
enableCompileCache(path.join(import.meta.dirname, "../node_modules/.cache/node"));

const stopLimitMs = 9_500;
const isDevelopment = process.argv.includes("--dev");
Object.assign(process.env, {
  NODE_ENV: isDevelopment ? "development" : "production",
  NEXT_TELEMETRY_DISABLED: "1",
});

const told = new AbortController();
told.signal.addEventListener("abort", () => setTimeout(() => process.exit(1), stopLimitMs).unref());
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => told.abort());

// Starting and stopping are one sequence: what was started is stopped in the opposite order, wherever it broke off.
try {
  await import("./generate.ts");
  const { startProduct } = await import("./product.ts");
  await using product = await startProduct({ isDevelopment, signal: told.signal });
  console.log(product.greeting);
  if (!told.signal.aborted) await once(told.signal, "abort");
} catch (error) {
  if (!told.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
process.exit();
