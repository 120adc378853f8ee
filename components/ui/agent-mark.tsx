import type { ReactNode } from "react";
import { cx } from "./cx.ts";

const agentHues = ["agent-1", "agent-2", "agent-3"] as const;

export type AgentHue = (typeof agentHues)[number] | "refiner";

const hues: Record<AgentHue, string> = {
  "agent-1": "bg-agent-1",
  "agent-2": "bg-agent-2",
  "agent-3": "bg-agent-3",
  refiner: "bg-refiner",
};

/** The hue of an agent by its place in the recipe, from 0. Never alone: the name goes with it. */
export function hueAt(place: number): (typeof agentHues)[number] {
  return agentHues[place % agentHues.length] ?? "agent-1";
}

/** An agent by hue and name, for legends and for what it wrote. */
export function AgentMark({ hue, children }: { hue: AgentHue; children: ReactNode }) {
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <span aria-hidden className={cx("size-2.25 shrink-0 rounded-[3px]", hues[hue])} />
      <span>{children}</span>
    </span>
  );
}
