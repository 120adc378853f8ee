"use client";

import { agentHue } from "#components/deliberation/agent-hue.ts";
import { TurnLink } from "#components/deliberation/turn-link.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import type { ProvenanceStep } from "#lib/domain/deliberation/provenance.ts";
import type { DeliberationView } from "#lib/domain/deliberation/view.ts";
import { deliberationPageStrings as strings } from "#lib/domain/strings/deliberation-page.ts";

/** How a thought came to be: who introduced it and who changed it, each step leading to its turn. */
export function ThoughtHistory({
  history,
  deliberation,
}: {
  history: readonly ProvenanceStep[];
  deliberation: Pick<DeliberationView, "turns" | "recipe">;
}) {
  return (
    <ol aria-label={strings.history} className="mt-1 text-ink-2 text-xs/6">
      {history.map((step) => (
        <li key={step.seq} className="flex gap-1.5">
          <span
            aria-hidden
            className="mt-2.25 size-1.5 shrink-0 rounded-full bg-(--hue)"
            style={{ "--hue": hueOf(step, deliberation) } as React.CSSProperties}
          />
          <span className="min-w-0">
            <Tooltip content={step.text}>
              <TurnLink seq={step.seq}>{strings.did[step.did](step.by.name ?? "", placeOf(step))}</TurnLink>
            </Tooltip>
            {step.why === "" ? null : `: ${step.why}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** “round 1”, “initial”; nothing for the refiner, who has one turn. */
function placeOf({ by }: ProvenanceStep): string {
  if (by.round !== undefined) return strings.round(by.round).toLowerCase();
  return by.kind === "refiner" || !by.stage ? "" : strings.stage[by.stage].toLowerCase();
}

function hueOf(
  { seq }: ProvenanceStep,
  { turns, recipe }: Pick<DeliberationView, "turns" | "recipe">,
): string {
  return agentHue(recipe.agents, turns.find((turn) => turn.seq === seq)?.role ?? "");
}
