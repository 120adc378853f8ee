import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { log } from "#lib/server/log.ts";
import { PrismaClient } from "#prisma/generated/client.ts";
import { databaseUrl } from "./url.ts";

// Each connection asks anew where the database is: the embedded one may have come back on another port. Importing this
// module therefore needs no database, and neither does a build.
class CurrentClient extends pg.Client {
  constructor(options: pg.ClientConfig = {}) {
    super({ ...options, connectionString: databaseUrl() });
  }
}

function openPool(): pg.Pool {
  const opened = new pg.Pool({
    Client: CurrentClient,
    application_name: "colloquy",
    // Prisma's adapter drops the offset that PostgreSQL sends and takes every time for UTC. So let it be UTC.
    options: "-c TimeZone=UTC",
    max: 20,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  // Without listeners a PostgreSQL that goes away would take this process along. Queries under way reject by themselves.
  opened.on("error", (error) => log.warn({ err: error }, "Lost an idle database connection"));
  opened.on("connect", (client) =>
    client.on("error", (error) => log.warn({ err: error }, "Lost a database connection")),
  );
  return opened;
}

/** Where many save at once, each waits for its turn, as long as the pool lets it, instead of being turned away. */
const transactionOptions = { maxWait: 5_000, timeout: 15_000 };

function connect() {
  const opened = openPool();
  const adapter = new PrismaPg(opened);
  return { pool: opened, db: new PrismaClient({ adapter, transactionOptions, errorFormat: "minimal" }) };
}

// Development reloads modules: one pool per process all the same.
const shared = globalThis as typeof globalThis & { colloquyDatabase?: ReturnType<typeof connect> };
shared.colloquyDatabase ??= connect();

/** Connections for SQL written by hand. Connects on first use. */
export const pool: pg.Pool = shared.colloquyDatabase.pool;

/** The typed client, over the same connections. */
export const db: PrismaClient = shared.colloquyDatabase.db;

/** Closes all connections of this process. Who imports this module anew afterwards gets new ones. */
export async function closeConnections(): Promise<void> {
  const open = shared.colloquyDatabase;
  delete shared.colloquyDatabase;
  await open?.db.$disconnect();
  await open?.pool.end();
}
