import type { ReactNode } from "react";
import { agentHue } from "#components/deliberation/agent-hue.ts";
import { TurnDetails } from "#components/deliberation/turn-details.tsx";
import { turnAnchor } from "#components/deliberation/turn-link.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { Spoken, TurnView } from "#lib/domain/deliberation/view.ts";
import { deliberationPageStrings as strings } from "#lib/domain/strings/deliberation-page.ts";

/** The frame of one turn: a dot on the rail in the speaker's hue, who spoke, how long it took, and what was said. */
export function TurnFrame({
  view,
  deliberation,
  verdict,
  aside,
  children,
}: {
  view: TurnView;
  deliberation: Spoken;
  verdict?: "agree" | "revise";
  /** Said on the speaker's own line, where the whole turn is one sentence. */
  aside?: string;
  children?: ReactNode;
}) {
  const hue = agentHue(deliberation.recipe.agents, view.role);
  const accepted = view.attempts.at(-1);
  return (
    <li
      className="relative scroll-mt-24 border-line outline-none focus:bg-accent-soft border-b py-3.5 pl-1.5 before:absolute before:top-5 before:-left-6 before:size-2.5 before:rounded-full before:bg-(--hue) before:ring-4 before:ring-paper"
      style={{ "--hue": hue } as React.CSSProperties}
      data-turn={view.seq}
      id={turnAnchor(view.seq)}
      tabIndex={-1}
    >
      <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1 text-[13px] text-ink-3">
        <b className="font-semibold text-(--hue) text-sm">{view.name}</b>
        {view.model ? <span>{view.model}</span> : null}
        {view.fallback ? <Badge tone="warn">{strings.byFallback(view.fallback)}</Badge> : null}
        {verdict ? (
          <Badge tone={verdict === "agree" ? "ok" : "warn"}>{strings.verdict[verdict]}</Badge>
        ) : null}
        {aside ? <span className="text-ink-2">{aside}</span> : null}
        <span className="ml-auto flex items-baseline gap-2 tabular-nums">
          {accepted ? `${(accepted.latencyMs / 1000).toFixed(1)} s` : null}
          {accepted && accepted.n > 1 ? <span>· {strings.nthAttempt(accepted.n)}</span> : null}
          {view.attempts.length > 0 && <TurnDetails view={view} />}
        </span>
      </div>
      {view.turn ? children : <p className="mt-1 text-ink-2 text-sm italic">{strings.erased}</p>}
    </li>
  );
}
