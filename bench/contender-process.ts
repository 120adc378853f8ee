// One contender in a process of its own: `contender-process.ts MODULE TASK`. It warms up, says that it is ready, and does its
// task when told to.
import { once } from "node:events";
import { openAgents, turnsEach } from "./agents.ts";
import { inLanes, type Prepare, promptText, type Task } from "./contender.ts";

const warmUp = 64;

const [module = "", told = ""] = process.argv.slice(2);
const task: Task = JSON.parse(told);
const { prepare }: { prepare: Prepare } = await import(module);
const work = await prepare({ ...task, turnsEach, speak: openAgents(task.url), promptText, inLanes });
await work(Math.min(warmUp, task.prompts));
process.send?.("ready");
await once(process, "message");
process.send?.(await work(task.prompts));
