import { Annotation, END, START, StateGraph } from "@langchain/langgraph";
import { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
import pg from "pg";
import type { Spoken } from "#bench/agents.ts";
import type { Prepare } from "#bench/contender.ts";

const State = Annotation.Root({
  prompt: Annotation<string>,
  said: Annotation<Spoken[]>({ reducer: (before, more) => [...before, ...more], default: () => [] }),
});

/** LangGraph.js: one node that speaks until all is said, a checkpoint after every turn, stored before the next one begins. */
export const prepare: Prepare = async ({ databaseUrl, atOnce, turnsEach, speak, promptText, inLanes }) => {
  const checkpointer = new PostgresSaver(new pg.Pool({ connectionString: databaseUrl, max: 20 }));
  await checkpointer.setup();
  const graph = new StateGraph(State)
    .addNode("turn", async ({ prompt, said }) => ({
      said: [
        await speak(
          prompt,
          said.map(({ reply }) => reply),
        ),
      ],
    }))
    .addEdge(START, "turn")
    .addConditionalEdges("turn", ({ said }) => (said.length < turnsEach ? "turn" : END))
    .compile({ checkpointer });
  let threads = Date.now();
  return (prompts) =>
    inLanes(atOnce, prompts, async (number) => {
      const options = {
        configurable: { thread_id: `${++threads}` },
        durability: "sync",
        recursionLimit: 50,
      } as const;
      const { said } = await graph.invoke({ prompt: promptText(number) }, options);
      return said.length;
    });
};
