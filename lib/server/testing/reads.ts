import pg from "pg";

/** A statement that went to the server, and how much came back for it, in rows and in bytes of JSON. */
export type Read = { text: string; values: unknown[]; rows: number; bytes: number };

type Config = { text: string; values?: unknown[] };

/** What a call sends to the server and reads from it, in any connection of this process. */
export async function readsOf(call: () => Promise<unknown>): Promise<Read[]> {
  const reads: Read[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [config, values] = given as [string | Config, unknown];
    const own = typeof config === "string" ? values : (config.values ?? values);
    const read: Read = {
      text: typeof config === "string" ? config : config.text,
      values: Array.isArray(own) ? own : [],
      rows: 0,
      bytes: 0,
    };
    reads.push(read);
    const heard = (result: pg.QueryArrayResult | undefined) => {
      read.rows = result?.rows?.length ?? 0;
      read.bytes = JSON.stringify(result?.rows ?? []).length;
    };
    // A pool calls back; all others wait for a promise.
    const last = given.at(-1);
    if (typeof last === "function") {
      given[given.length - 1] = (error: unknown, result?: pg.QueryArrayResult) => {
        heard(result);
        last(error, result);
      };
      return Reflect.apply(query, this, given);
    }
    const answer: unknown = Reflect.apply(query, this, given);
    if (!(answer instanceof Promise)) return answer;
    return answer.then((result: pg.QueryArrayResult) => {
      heard(result);
      return result;
    });
  } as typeof query;
  try {
    await call();
  } finally {
    pg.Client.prototype.query = query;
  }
  return reads;
}
