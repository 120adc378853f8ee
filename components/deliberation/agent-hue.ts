import { hueAt } from "#components/ui/agent-mark.tsx";
import type { DeliberationView } from "#lib/domain/deliberation/view.ts";

/** The colour of a role: agents by their place in the recipe, everyone else neutral. Never alone: the name goes with it. */
export function agentHue(agents: DeliberationView["recipe"]["agents"], role: string): string {
  const place = agents.findIndex((agent) => agent.key === role);
  return place < 0 ? "var(--ink-2)" : `var(--${hueAt(place)})`;
}
