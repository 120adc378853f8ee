// The fake endpoint as a process of its own; see endpoint.ts.
import { dataBlock } from "#lib/domain/deliberation/prompts.ts";
import { startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import type { Behaviour, Order, Seen } from "./endpoint.ts";
import { openPrefixMeter } from "./prefix.ts";
import { randomWords } from "./words.ts";

const behaviour: Behaviour = { latencyMs: 50, moreBytes: 500, faultShare: 0, faults: [] };
const prefixes = openPrefixMeter();
const words = randomWords(1);
let faultsDue = 0;
let faultsMade = 0;
let asked = 0;

await askAnother();
const endpoint = await startFakeEndpoint({
  latencyMs: () => behaviour.latencyMs,
  more: () => (behaviour.moreBytes > 0 ? ` ${words(behaviour.moreBytes - 1)}` : ""),
  plan() {
    faultsDue += behaviour.faultShare;
    if (faultsDue < 1 || behaviour.faults.length === 0) return null;
    faultsDue -= 1;
    faultsMade += 1;
    return behaviour.faults[faultsMade % behaviour.faults.length] ?? null;
  },
  onAsked(messages, { stage, prompt }) {
    const text = messages.join("\n");
    asked += text.length;
    prefixes.note(text, prompt, stage === "intent");
  },
});

/** The first request that a process gets takes it tens of milliseconds, and the ledger would show it as one that came late. */
async function askAnother() {
  await using another = await startFakeEndpoint();
  const content = dataBlock({ prompt: [{ role: "user", content: "Are you there?" }] });
  const body = JSON.stringify({ model: "any", messages: [{ role: "user", content }] });
  const reply = await fetch(`${another.url}/chat/completions`, { method: "POST", body });
  await reply.text();
}

function answer(order: Order): unknown {
  switch (order.do) {
    case "behave":
      Object.assign(behaviour, order.behaviour);
      return true;
    case "tell":
      return {
        calls: endpoint.calls.length,
        mostAtOnce: endpoint.mostAtOnce(),
        askedPerCall: asked / endpoint.calls.length,
        shared: prefixes.shared(),
      } satisfies Seen;
    case "list":
      return endpoint.calls;
  }
}

process.on("message", (order: Order) => process.send?.(answer(order)));
process.once("disconnect", () => process.exit(0));
process.send?.(endpoint.url);
