import pg from "pg";
import { pool } from "#lib/server/database/client.ts";

/** What the statements behind a function read, with their plans in short: node by node, with what each goes through. */
export type Explained = { statements: number; buffers: number; nodes: string[] };

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Shared Hit Blocks": number;
  "Shared Read Blocks": number;
  "Actual Loops": number;
  Plans?: Node[];
};

/** Tables that grow with use; how the others are read does not matter. */
const growing = /prompts|deliberations|turns|attempts|records|revisions|review|drafts/;

type Statement = { text: string; values: unknown[] };

/** Calls a function, and then has PostgreSQL explain (analyze, buffers) every query that it made. */
export async function explain(call: () => Promise<unknown>): Promise<Explained> {
  const statements = (await statementsOf(call)).filter(({ text }) => /^\s*(select|with)/i.test(text));
  const explained: Explained = { statements: statements.length, buffers: 0, nodes: [] };
  for (const { text, values } of statements) {
    const { rows } = await pool.query(`explain (analyze, buffers, format json) ${text}`, values);
    const plan: Node = rows[0]["QUERY PLAN"][0].Plan;
    explained.buffers += plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
    explained.nodes.push(...scansIn(plan));
  }
  return { ...explained, nodes: [...new Set(explained.nodes)] };
}

/** Listens to what goes to the server. */
async function statementsOf(call: () => Promise<unknown>): Promise<Statement[]> {
  const heard: Statement[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [config, values] = given;
    const text = typeof config === "string" ? config : ((config as Statement | undefined)?.text ?? "");
    const own = typeof config === "string" ? values : ((config as Statement | undefined)?.values ?? values);
    heard.push({ text, values: Array.isArray(own) ? own : [] });
    return Reflect.apply(query, this, given);
  } as typeof query;
  try {
    await call();
  } finally {
    pg.Client.prototype.query = query;
  }
  return heard;
}

function scansIn(node: Node): string[] {
  const relation = node["Relation Name"] ?? node["Index Name"];
  const own =
    relation && node["Actual Loops"] > 0 ? [`${node["Node Type"]} ${node["Index Name"] ?? relation}`] : [];
  return [...own.filter((scan) => growing.test(scan)), ...(node.Plans ?? []).flatMap(scansIn)];
}
