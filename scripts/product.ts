import { createServer } from "node:net";
import { closeConnections } from "#lib/server/database/client.ts";
import { openDatabase } from "#lib/server/database/open.ts";
import { env } from "#lib/server/env.ts";
import { build } from "./build.ts";

/** The running product. Disposing stops all that was started. */
export type Product = AsyncDisposable & {
  /** One line for the terminal: where to go, and how to sign in while nobody has a password. */
  greeting: string;
};

/**
 * Brings the whole product up: build, database, demonstration, web server with its worker.
 *
 * @param signal breaks the start off; what was started by then is stopped
 * @throws Error with a sentence for the terminal
 */
export async function startProduct({
  isDevelopment,
  signal,
}: {
  isDevelopment: boolean;
  signal: AbortSignal;
}): Promise<Product> {
  await using started = new AsyncDisposableStack();
  await confirmPortIsFree();

  const building = new AbortController();
  started.defer(() => building.abort());
  const isBuilt = isDevelopment ? undefined : build(AbortSignal.any([signal, building.signal]));
  isBuilt?.catch(ignore); // awaited below, whatever the database says

  // While the database starts, there is time to load the rest.
  const opening = openDatabase();
  started.defer(() => opening.then((database) => database.close(), ignore));
  const [{ seedDemonstration }, { firstSignInUrl }, { startWeb }] = await Promise.all([
    import("#prisma/seed.ts"),
    import("#lib/server/auth/first-sign-in.ts"),
    import("./web.ts"),
    opening,
  ]);
  const prepare = async () => {
    if (env.demonstration ?? !env.databaseUrl) await seedDemonstration();
    return firstSignInUrl();
  };
  const [url] = await unless(signal, Promise.all([prepare(), isBuilt]));

  // The web server loads its own copy of the modules; it shall open its own connections too.
  await closeConnections();
  const web = await startWeb(isDevelopment);
  started.defer(() => web.stop());
  const running = started.move();
  return {
    greeting: url ? `Colloquy is ready. Sign in, once, with ${url}` : `Colloquy is ready at ${env.url}`,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

function ignore(): void {}

/** Waits for work unless the signal comes first; the work then ends with what it works on. */
function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
    if (signal.aborted) reject(signal.reason);
  });
}

/** Found out before a long build, not after it. */
function confirmPortIsFree(): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => {
      reject(
        new Error(`Colloquy cannot listen on ${env.host}:${env.port} (${error.message}). Set PORT or HOST.`),
      );
    });
    probe.listen(env.port, env.host, () => probe.close(() => resolve()));
  });
}
