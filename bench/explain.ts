import { pool } from "#lib/server/database/client.ts";
import { readsOf } from "#lib/server/testing/reads.ts";

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

/** Calls a function, and then has PostgreSQL explain (analyze, buffers) every query that it made. */
export async function explain(call: () => Promise<unknown>): Promise<Explained> {
  const statements = (await readsOf(call)).filter(({ text }) => /^\s*(select|with)/i.test(text));
  const explained: Explained = { statements: statements.length, buffers: 0, nodes: [] };
  for (const { text, values } of statements) {
    const { rows } = await pool.query(`explain (analyze, buffers, format json) ${text}`, values);
    const plan: Node = rows[0]["QUERY PLAN"][0].Plan;
    explained.buffers += plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
    explained.nodes.push(...scansIn(plan));
  }
  return { ...explained, nodes: [...new Set(explained.nodes)] };
}

function scansIn(node: Node): string[] {
  const relation = node["Relation Name"] ?? node["Index Name"];
  const own =
    relation && node["Actual Loops"] > 0 ? [`${node["Node Type"]} ${node["Index Name"] ?? relation}`] : [];
  return [...own.filter((scan) => growing.test(scan)), ...(node.Plans ?? []).flatMap(scansIn)];
}
