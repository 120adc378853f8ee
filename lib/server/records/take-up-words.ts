import { pool } from "#lib/server/database/client.ts";

/**
 * Makes records findable by their words whose run was under way when they came: until then they are found by everything
 * else.
 *
 * @returns how many, `most` at most
 */
export async function takeUpWords(most: number): Promise<number> {
  const { rows } = await pool.query<{ n: number }>({
    name: "index words",
    text: "select index_words($1) as n",
    values: [most],
  });
  return rows[0]?.n ?? 0;
}
