#!/usr/bin/env node
// Stands in for Prisma's native schema engine: the same arguments and the same JSON-RPC over standard input and output,
// answered by the WebAssembly build of that engine. scripts/prisma.ts names it to Prisma's command line.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { z } from "zod";
import { adapterFactory, execute, offlineFactory, withDatabase } from "./schema-engine-adapter.ts";

const Request = z.object({ id: z.number(), method: z.string(), params: z.unknown() });
const DiffParams = z.object({ from: z.object({ tag: z.string() }), to: z.object({ tag: z.string() }) });
const DiffResult = z.object({ exitCode: z.number(), stdout: z.string().nullish() });
const Datasource = z.object({ url: z.string().optional() });

const given = process.argv.slice(2);
const { url = "" } = Datasource.parse(JSON.parse(valuesOf("--datasource")[0] ?? "{}"));
const connectionFaults: Record<string, string> = {
  "3D000": "P1003",
  "28P01": "P1000",
  ECONNREFUSED: "P1001",
};

if (given.includes("--version")) console.log("schema-engine-cli webassembly");
else if (given.includes("cli")) await answerOnce(given[given.indexOf("cli") + 1]);
else answerRequests();

/** `schema-engine cli <command>`: one question, answered by the exit code. */
async function answerOnce(command: string | undefined) {
  report("INFO", "schema engine"); // the caller skips the first line
  try {
    if (command === "can-connect-to-database") await execute(url, "select 1");
    else if (command === "create-database") await createDatabase();
    else throw new Error(`The schema engine has no command ${command}.`);
  } catch (error) {
    report("ERROR", messageOf(error), {
      is_panic: false,
      error_code: connectionFaults[codeOf(error)] ?? "P1010",
    });
    process.exitCode = 1;
  }
}

/** Requests are answered one after the other; the engine leaves when its input ends. */
function answerRequests() {
  let answered = Promise.resolve();
  const leave = () => answered.then(() => process.exit());
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, leave);
  createInterface({ input: process.stdin })
    .on("line", (line) => {
      if (line.trim()) answered = answered.then(() => answer(line));
    })
    .on("close", leave);
}

async function answer(line: string) {
  const parsed = Request.safeParse(JSON.parse(line));
  if (!parsed.success) return; // an answer to something that was printed
  const { id, method, params } = parsed.data;
  try {
    send({ id, result: (await resultOf(id, method, params)) ?? null });
  } catch (error) {
    const data = {
      is_panic: false,
      message: messageOf(error),
      error_code: codeOf(error) || null,
      meta: null,
    };
    send({
      id,
      error: { code: 4466, message: "An error happened. Check the data field for details.", data },
    });
  }
}

async function resultOf(id: number, method: string, params: unknown): Promise<unknown> {
  if (method === "createDatabase") return createDatabase();
  if (method !== "diff")
    return call(await engine(), method === "getDatabaseVersion" ? "version" : method, params);

  const { from, to } = DiffParams.parse(params);
  const isOffline = [from, to].every(({ tag }) => tag === "empty" || tag === "schemaDatamodel");
  const { exitCode, stdout } = DiffResult.parse(await call(await engine(isOffline), method, params));
  // The native engine prints the text by a message of its own.
  if (stdout) send({ id: id + 1_000_000, method: "print", params: { content: stdout } });
  return { exitCode, stdout: null };
}

const engines = new Map<boolean, Promise<bindings.SchemaEngine>>();

function engine(isOffline = false): Promise<bindings.SchemaEngine> {
  const started = engines.get(isOffline) ?? startEngine(isOffline);
  engines.set(isOffline, started);
  return started;
}

async function startEngine(isOffline: boolean) {
  const file = fileURLToPath(import.meta.resolve("@prisma/schema-engine-wasm")).replace(/\.js$/, "_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    "./schema_engine_bg.js": { ...bindings },
  });
  bindings.__wbg_set_wasm(instance.exports);
  if (typeof instance.exports.__wbindgen_start === "function") instance.exports.__wbindgen_start();
  const schemas = valuesOf("--datamodels").map((path): [string, string] => [
    path,
    readFileSync(path, "utf8"),
  ]);
  const factory = bindMigrationAwareSqlAdapterFactory(isOffline ? offlineFactory() : adapterFactory(url));
  return bindings.SchemaEngine.new({ datamodels: schemas.length ? schemas : undefined }, () => {}, factory);
}

async function call(on: bindings.SchemaEngine, method: string, params: unknown): Promise<unknown> {
  const found: unknown = Reflect.get(on, method);
  if (typeof found !== "function") throw new Error(`The schema engine has no method ${method}.`);
  return found.call(on, params);
}

async function createDatabase() {
  const databaseName = decodeURIComponent(new URL(url).pathname.slice(1)) || "postgres";
  try {
    await execute(withDatabase(url, "postgres"), `create database "${databaseName.replaceAll('"', '""')}"`);
  } catch (error) {
    if (codeOf(error) !== "42P04") throw error; // there already
  }
  return { databaseName };
}

function valuesOf(option: string): string[] {
  return given.flatMap((argument, at) => (argument === option ? [given[at + 1] ?? ""] : []));
}

function codeOf(error: unknown): string {
  return error instanceof Object && "code" in error && typeof error.code === "string" ? error.code : "";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function send(message: object) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

function report(level: string, message: string, more: object = {}) {
  const line = {
    timestamp: new Date().toISOString(),
    level,
    target: "schema_engine",
    fields: { message, ...more },
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
