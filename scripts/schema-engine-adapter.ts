import { randomUUID } from "node:crypto";
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlQueryable,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

// Prisma's own adapter refuses the types of PostgreSQL's catalogue ("char", name), which the schema engine reads.
const { Boolean: bool, Character, DateTime, Int32, Int64, Text, TextArray } = ColumnTypeEnum;
const columnTypes = new Map<number, (typeof ColumnTypeEnum)[keyof typeof ColumnTypeEnum]>([
  [16, bool],
  [18, Character],
  [20, Int64],
  [21, Int32],
  [23, Int32],
  [26, Int64],
  [1003, TextArray],
  [1009, TextArray],
  [1184, DateTime],
]);
const parsedByPg = new Set([16, 21, 23, 1003, 1009]);

const driver = { provider: "postgres", adapterName: "colloquy-schema-engine" } as const;

/** How the schema engine reaches a database, and a scratch database beside it to replay migrations in. */
export function adapterFactory(url: string): SqlMigrationAwareDriverAdapterFactory {
  return { ...driver, connect: () => connect(url), connectToShadowDb: () => connectToScratch(url) };
}

/** A database that answers nothing but its version: enough to compare schema files with each other. */
export function offlineFactory(): SqlMigrationAwareDriverAdapterFactory {
  const version = {
    columnNames: ["exists", "version", "numeric_version"],
    columnTypes: [bool, Text, Int32],
    rows: [[true, "PostgreSQL 18.0", 180_000]],
  };
  const answerVersion = async (): Promise<SqlDriverAdapter> => ({
    ...driver,
    queryRaw: async () => version,
    executeRaw: async () => 0,
    executeScript: async () => {},
    startTransaction: () => Promise.reject(new Error("There is no database to write to.")),
    dispose: async () => {},
  });
  return { ...driver, connect: answerVersion, connectToShadowDb: answerVersion };
}

/** The same server's URL for another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Runs statements on a connection of their own. */
export async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<SqlDriverAdapter> {
  const client = new pg.Client({ connectionString: url });
  await client.connect().catch(refuse);
  const queryable = asQueryable(client);
  return {
    ...queryable,
    executeScript: async (script) => void (await client.query(script).catch(refuse)),
    startTransaction: async () => {
      await client.query("begin");
      return {
        ...queryable,
        options: { usePhantomQuery: false },
        commit: async () => void (await client.query("commit").catch(refuse)),
        rollback: async () => void (await client.query("rollback").catch(refuse)),
      };
    },
    getConnectionInfo: () => ({
      schemaName: new URL(url).searchParams.get("schema") ?? "public",
      supportsRelationJoins: true,
    }),
    dispose: () => client.end(),
  };
}

async function connectToScratch(url: string): Promise<SqlDriverAdapter> {
  const name = `scratch_${randomUUID().replaceAll("-", "")}`;
  await execute(url, `create database ${name}`);
  const adapter = await connect(withDatabase(url, name));
  return {
    ...adapter,
    async dispose() {
      await adapter.dispose();
      await execute(url, `drop database ${name}`);
    },
  };
}

function asQueryable(client: pg.Client): SqlQueryable {
  const types: pg.CustomTypesConfig = {
    getTypeParser: (oid: number, format?: "text" | "binary") =>
      oid === 1184
        ? toIso
        : parsedByPg.has(oid)
          ? pg.types.getTypeParser(oid, format)
          : (text: string) => text,
  };
  const run = ({ sql, args }: SqlQuery) =>
    client.query({ text: sql, values: args, rowMode: "array", types }).catch(refuse);
  return {
    ...driver,
    async queryRaw(query) {
      const { fields, rows } = await run(query);
      return {
        columnNames: fields.map((field) => field.name),
        columnTypes: fields.map((field) => columnTypes.get(field.dataTypeID) ?? Text),
        rows,
      };
    },
    executeRaw: async (query) => (await run(query)).rowCount ?? 0,
  };
}

function toIso(timestamp: string): string {
  return new Date(timestamp).toISOString();
}

function refuse(error: unknown): never {
  if (!(error instanceof pg.DatabaseError)) throw error;
  const { code = "", message, severity = "ERROR", detail, column, hint } = error;
  throw new DriverAdapterError(
    code === "42P01"
      ? {
          kind: "TableDoesNotExist",
          table: message.split('"')[1],
          originalCode: code,
          originalMessage: message,
        }
      : { kind: "postgres", code, message, severity, detail, column, hint },
  );
}
