import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** The checkout: the nearest folder upwards that holds this project's package.json. */
export const root = findRoot(process.cwd());

const optional = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .optional();

const Environment = z.object({
  DATABASE_URL: optional.refine(isPostgresUrl, "must look like postgresql://user:password@host:5432/name"),
  COLLOQUY_DATA_DIR: optional,
  COLLOQUY_SECRET: optional.refine(
    (secret) => !secret || secret.length >= 16,
    "must have 16 characters or more",
  ),
  COLLOQUY_URL: optional.refine(isWebUrl, "must look like https://colloquy.example.org"),
  COLLOQUY_PROXIES: optional.refine((count) => !count || /^\d$/.test(count), "must be a number from 0 to 9"),
  COLLOQUY_DEMO: optional.refine((demo) => !demo || demo === "0" || demo === "1", "must be 0 or 1"),
  HOST: optional,
  PORT: optional.refine((port) => !port || isPort(port), "must be a number from 1 to 65535"),
  LOG_LEVEL: optional.pipe(z.enum(["debug", "info", "warn", "error", "silent"]).optional()),
});

/** What Colloquy reads from its environment. */
export type Env = {
  /** External PostgreSQL; undefined means the embedded one. */
  databaseUrl: string | undefined;
  /** Absolute path of the data directory: embedded database, secret. */
  dataDirectory: string;
  /** As given; undefined means the one kept in the data directory. */
  secret: string | undefined;
  /** Address to listen on. */
  host: string;
  port: number;
  /** Where people reach the product, without a trailing slash. */
  url: string;
  /** How many proxies of our own stand in front and append to X-Forwarded-For; that header is believed only then. */
  proxies: number;
  /** Whether the demonstration project was asked for (true), declined (false) or left to the database's kind. */
  demonstration: boolean | undefined;
  logLevel: "debug" | "info" | "warn" | "error" | "silent";
};

/**
 * Reads the environment.
 *
 * @param source variables by name, such as process.env; empty ones count as unset
 * @throws Error that names each variable at fault and never repeats its value
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = Environment.safeParse(source);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new Error(`The environment is not usable: ${faults.join("; ")}.`);
  }
  const given = parsed.data;
  const host = given.HOST ?? "127.0.0.1";
  const port = Number(given.PORT ?? 3000);
  return {
    databaseUrl: given.DATABASE_URL,
    dataDirectory: path.resolve(root, given.COLLOQUY_DATA_DIR ?? ".data"),
    secret: given.COLLOQUY_SECRET,
    host,
    port,
    url: (given.COLLOQUY_URL ?? `http://${reachable(host)}:${port}`).replace(/\/+$/, ""),
    proxies: Number(given.COLLOQUY_PROXIES ?? 0),
    demonstration: given.COLLOQUY_DEMO === undefined ? undefined : given.COLLOQUY_DEMO === "1",
    logLevel: given.LOG_LEVEL ?? "info",
  };
}

// One .env for web, workers and command line alike; what the shell sets comes first.
if (existsSync(path.join(root, ".env"))) process.loadEnvFile(path.join(root, ".env"));

/** This process's environment, read once. */
export const env = readEnv(process.env);

/** The address a browser on this machine can open for a listening address. */
function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) <= 65_535;
}

function isWebUrl(text: string | undefined): boolean {
  return text === undefined || /^https?:$/.test(URL.parse(text)?.protocol ?? "");
}

function isPostgresUrl(text: string | undefined): boolean {
  return text === undefined || /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? "");
}

function findRoot(from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, "package.json");
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).name === "colloquy") return folder;
    if (folder === path.dirname(folder)) return from;
  }
}
