import pg from "pg";
import type { Speak, Spoken } from "#bench/agents.ts";
import type { Prepare, Scene } from "#bench/contender.ts";

const tables = `
  create table if not exists turns (
    deliberation bigint, seq smallint, stage text not null, role text not null, reply json not null, model text not null,
    created_at timestamptz not null default now(), primary key (deliberation, seq)
  );
  create table if not exists attempts (
    deliberation bigint, seq smallint, n smallint, finish_reason text not null, tokens_in int not null,
    tokens_cached int not null, tokens_out int not null, cost_micros bigint not null, latency_ms int not null,
    created_at timestamptz not null default now(), primary key (deliberation, seq, n)
  )`;

const append = {
  name: "append",
  text: `
    with turn as (
      insert into turns (deliberation, seq, stage, role, reply, model) values ($1, $2, $3, $4, $5, $6)
    )
    insert into attempts (deliberation, seq, n, finish_reason, tokens_in, tokens_cached, tokens_out, cost_micros, latency_ms)
      values ($1, $2, 1, $7, $8, $9, $10, $11, $12)`,
};

/** The least that a program must do: a plain loop that asks, and stores turn and attempt in one statement. */
export const prepare: Prepare = (scene) => prepareFloor(scene, scene.speak);

export async function prepareFloor(
  { databaseUrl, atOnce, turnsEach, inLanes, promptText }: Scene,
  speak: Speak,
) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 });
  await pool.query(tables);
  let deliberations = Date.now();
  return (prompts: number) =>
    inLanes(atOnce, prompts, async (number) => {
      const deliberation = ++deliberations;
      const said: unknown[] = [];
      while (said.length < turnsEach) {
        const spoken = await speak(promptText(number), said);
        await pool.query({ ...append, values: [deliberation, ...valuesOf(spoken)] });
        said.push(spoken.reply);
      }
      return said.length;
    });
}

function valuesOf(spoken: Spoken): unknown[] {
  const { seq, stage, role, reply, model, finishReason, tokensIn, tokensCached, tokensOut, latencyMs } =
    spoken;
  const cost = Math.ceil((tokensIn * 150_000 + tokensOut * 600_000) / 1_000_000);
  return [
    seq,
    stage,
    role,
    JSON.stringify(reply),
    model,
    finishReason,
    tokensIn,
    tokensCached,
    tokensOut,
    cost,
    latencyMs,
  ];
}
