import { Badge } from "#components/ui/badge.tsx";
import type { Severity as Level } from "#lib/domain/prompt/prompt.ts";
import { promptStrings as strings } from "#lib/domain/strings/prompts.ts";

const tones = { none: "neutral", low: "ok", medium: "warn", high: "bad", unrated: "neutral" } as const;

/** How much harm is in a prompt, in a word. */
export function Severity({ level, full = false }: { level: Level; full?: boolean }) {
  const word = strings.severity[level];
  return <Badge tone={tones[level]}>{full ? strings.severityOf(word) : word}</Badge>;
}
