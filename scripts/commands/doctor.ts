import { readdirSync } from "node:fs";
import path from "node:path";
import { db, pool } from "#lib/server/database/client.ts";
import { openDatabase } from "#lib/server/database/open.ts";
import { databaseUrl } from "#lib/server/database/url.ts";
import { root } from "#lib/server/env.ts";
import type { Command } from "#scripts/command-line/command.ts";

/** A worker that has not beaten for so long counts as dead. */
const deadAfterMs = 3_500;

type Report = {
  ok: boolean;
  /** The URL holds the password: who runs this holds the database. It is left out of the text, which gets pasted. */
  database: { ok: boolean; url: string | null; version: string | null; problem: string | null };
  migrations: { applied: number; pending: string[] } | null;
  workers: { alive: number } | null;
  endpoints: { name: string; model: string; state: string; stoppedReason: string | null }[];
  /** What keeps it from working, and what is only worth knowing. */
  problems: string[];
  notes: string[];
};

/** Looks at what a working installation needs, and says what is wrong. */
export const doctorCommand: Command = {
  name: "doctor",
  summary: "Check database, migrations, workers and endpoints.",
  words: [],
  options: {},
  help: {},
  opensDatabase: false,
  async run() {
    const report = await examine();
    return { json: report, text: inWords(report), failed: !report.ok };
  },
};

async function examine(): Promise<Report> {
  try {
    const open = await openDatabase();
    try {
      return await examineOpen();
    } finally {
      await open.close();
    }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      database: { ok: false, url: null, version: null, problem },
      migrations: null,
      workers: null,
      endpoints: [],
      problems: [`The database cannot be used: ${problem}`],
      notes: [],
    };
  }
}

async function examineOpen(): Promise<Report> {
  const [version, migrations, workers, endpoints] = await Promise.all([
    serverVersion(),
    aboutMigrations(),
    aboutWorkers(),
    aboutEndpoints(),
  ]);
  const problems = migrations.pending.map((name) => `The migration ${name} is not applied.`);
  const notes = [
    ...(workers.alive === 0 ? ["No worker is alive: npm start or npm run worker starts one."] : []),
    ...endpoints
      .filter(({ state }) => state === "stopped")
      .map(({ name, stoppedReason }) => `The endpoint ${name} is stopped: ${stoppedReason}.`),
  ];
  return {
    ok: problems.length === 0,
    database: { ok: true, url: databaseUrl(), version, problem: null },
    migrations,
    workers,
    endpoints,
    problems,
    notes,
  };
}

function inWords({ database, migrations, workers, endpoints, problems, notes }: Report): string {
  const lines: string[] = [];
  if (database.url) {
    const url = new URL(database.url);
    url.password = "";
    lines.push(`database    ${url}, PostgreSQL ${database.version}`);
  }
  if (migrations)
    lines.push(`migrations  ${migrations.applied} applied, ${migrations.pending.length} missing`);
  if (workers) lines.push(`workers     ${workers.alive} alive`);
  lines.push(...endpoints.map(({ name, model, state }) => `endpoint    ${name}, ${model}: ${state}`));
  lines.push(...(problems.length === 0 ? ["All is well."] : problems), ...notes);
  return lines.join("\n");
}

async function serverVersion(): Promise<string> {
  const { rows } = await pool.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  return rows[0]?.version ?? "";
}

async function aboutMigrations(): Promise<{ applied: number; pending: string[] }> {
  const { rows } = await pool.query<{ name: string }>(
    "select migration_name as name from _prisma_migrations where finished_at is not null",
  );
  const applied = new Set(rows.map(({ name }) => name));
  const known = readdirSync(path.join(root, "prisma/migrations"), { withFileTypes: true });
  const pending = known.filter((entry) => entry.isDirectory() && !applied.has(entry.name));
  return { applied: applied.size, pending: pending.map(({ name }) => name) };
}

async function aboutWorkers(): Promise<{ alive: number }> {
  const { rows } = await pool.query<{ alive: number }>(
    `select count(*)::int as alive from workers
     where stopped_at is null and beat_at > now() - $1 * interval '1 millisecond'`,
    [deadAfterMs],
  );
  return { alive: rows[0]?.alive ?? 0 };
}

async function aboutEndpoints() {
  const endpoints = await db.endpoint.findMany({
    where: { archivedAt: null },
    select: {
      name: true,
      state: true,
      stoppedReason: true,
      versions: { orderBy: { version: "desc" }, take: 1, select: { model: true } },
    },
    orderBy: { name: "asc" },
  });
  return endpoints.map(({ versions, ...endpoint }) => ({ ...endpoint, model: versions[0]?.model ?? "" }));
}
