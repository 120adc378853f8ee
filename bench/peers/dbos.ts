import { DBOS } from "@dbos-inc/dbos-sdk";
import type { Spoken } from "#bench/agents.ts";
import type { Prepare } from "#bench/contender.ts";

/** DBOS: a workflow whose turns are steps, each stored when it is done. */
export const prepare: Prepare = async ({ databaseUrl, atOnce, turnsEach, speak, promptText, inLanes }) => {
  DBOS.setConfig({
    name: "bench",
    systemDatabaseUrl: databaseUrl,
    systemDatabasePoolSize: 20,
    logLevel: "error",
  });
  const deliberate = DBOS.registerWorkflow(
    async (prompt: string) => {
      const said: Spoken[] = [];
      while (said.length < turnsEach) {
        const replies = said.map(({ reply }) => reply);
        said.push(await DBOS.runStep(() => speak(prompt, replies), { name: `turn-${said.length}` }));
      }
      return said.length;
    },
    { name: "deliberate" },
  );
  await DBOS.launch();
  return (prompts) => inLanes(atOnce, prompts, (number) => deliberate(promptText(number)));
};
