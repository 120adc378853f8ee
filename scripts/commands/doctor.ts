import { readdirSync } from "node:fs";
import path from "node:path";
import { db, pool } from "#lib/server/database/client.ts";
import { openDatabase } from "#lib/server/database/open.ts";
import { databaseUrl } from "#lib/server/database/url.ts";
import { type Discrepancy, recount } from "#lib/server/doctor/recount.ts";
import { root } from "#lib/server/env.ts";
import { livingWorkers } from "#lib/server/worker/living.ts";
import type { Command } from "#scripts/command-line/command.ts";

type Report = {
  ok: boolean;
  /** The URL holds the password: who runs this holds the database. It is left out of the text, which gets pasted. */
  database: { ok: boolean; url: string | null; version: string | null; problem: string | null };
  migrations: { applied: number; pending: string[] } | null;
  workers: { alive: number } | null;
  endpoints: { name: string; model: string; state: string; stoppedReason: string | null }[];
  /** Counters that do not say what there is to count. */
  discrepancies: Discrepancy[];
  /** What keeps it from working, and what is only worth knowing. */
  problems: string[];
  notes: string[];
};

/** Looks at what a working installation needs, and says what is wrong. */
export const doctorCommand: Command = {
  name: "doctor",
  summary: "Check database, migrations, workers, endpoints, and count all counters again.",
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
      discrepancies: [],
      problems: [`The database cannot be used: ${problem}`],
      notes: [],
    };
  }
}

async function examineOpen(): Promise<Report> {
  const [version, migrations, workers, endpoints, discrepancies] = await Promise.all([
    serverVersion(),
    aboutMigrations(),
    aboutWorkers(),
    aboutEndpoints(),
    recount(),
  ]);
  const problems = [
    ...migrations.pending.map((name) => `The migration ${name} is not applied.`),
    ...discrepancies.map(
      ({ counter, stored, counted }) => `The ${counter} says ${stored}; counted: ${counted}.`,
    ),
  ];
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
    discrepancies,
    problems,
    notes,
  };
}

function inWords({
  database,
  migrations,
  workers,
  endpoints,
  discrepancies,
  problems,
  notes,
}: Report): string {
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
  if (workers)
    lines.push(`counters    ${discrepancies.length === 0 ? "all agree" : `${discrepancies.length} differ`}`);
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
  const { rows } = await pool.query<{ alive: number }>(`select (${livingWorkers}) as alive`);
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
