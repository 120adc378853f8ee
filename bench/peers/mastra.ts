import { Mastra } from "@mastra/core";
import { createStep, createWorkflow } from "@mastra/core/workflows";
import { PostgresStore } from "@mastra/pg";
import { z } from "zod";
import type { Spoken } from "#bench/agents.ts";
import type { Prepare } from "#bench/contender.ts";

const State = z.object({ prompt: z.string(), said: z.array(z.custom<Spoken>()) });

/** Mastra: a workflow with a step for every turn, whose snapshot is stored after each. */
export const prepare: Prepare = async ({ databaseUrl, atOnce, turnsEach, speak, promptText, inLanes }) => {
  const storage = new PostgresStore({ id: "bench", connectionString: databaseUrl, max: 20 });
  await storage.init();
  const stepOf = (seq: number) =>
    createStep({
      id: `turn-${seq}`,
      inputSchema: State,
      outputSchema: State,
      execute: async ({ inputData: { prompt, said } }) => {
        const spoken = await speak(
          prompt,
          said.map(({ reply }) => reply),
        );
        return { prompt, said: [...said, spoken] };
      },
    });
  let chain = createWorkflow({ id: "deliberation", inputSchema: State, outputSchema: State });
  for (let seq = 0; seq < turnsEach; seq += 1) chain = chain.then(stepOf(seq)) as typeof chain;
  chain.commit();
  const mastra = new Mastra({ workflows: { deliberation: chain }, storage, logger: false });
  const workflow = mastra.getWorkflow("deliberation");
  return (prompts) =>
    inLanes(atOnce, prompts, async (number) => {
      const run = await workflow.createRun();
      const result = await run.start({ inputData: { prompt: promptText(number), said: [] } });
      if (result.status !== "success") throw new Error(`A workflow ended as ${result.status}.`);
      return result.result.said.length;
    });
};
