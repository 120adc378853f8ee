import { TurnCard } from "#components/deliberation/turns.tsx";
import type { Spoken, TurnView } from "#lib/domain/deliberation/view.ts";
import { deliberationPageStrings as strings } from "#lib/domain/strings/deliberation-page.ts";

type Section = { key: string; title: string; turns: { view: TurnView; before: string | null }[] };

/** The turns as a conversation, stage by stage and round by round along a rail. */
export function Conversation({ deliberation }: { deliberation: Spoken }) {
  const said = textsById(deliberation.turns);
  return sectionsOf(deliberation.turns).map((section) => (
    <section
      key={section.key}
      aria-label={section.title}
      className="grid grid-cols-[20px_1fr] gap-x-4 sm:grid-cols-[92px_1fr]"
    >
      <h2 className="border-line border-r-2 pt-3.5 pr-3.5 text-right font-semibold text-ink-3 text-xs uppercase tracking-wider max-sm:overflow-hidden max-sm:text-transparent">
        {section.title}
      </h2>
      <ol>
        {section.turns.map(({ view, before }) => (
          <TurnCard key={view.seq} view={view} deliberation={deliberation} before={before} said={said} />
        ))}
      </ol>
    </section>
  ));
}

function sectionsOf(turns: readonly TurnView[]): Section[] {
  const sections: Section[] = [];
  let response: string | null = null;
  for (const view of turns) {
    const title = view.round === null ? strings.stage[view.stage] : strings.round(view.round);
    const last = sections.at(-1);
    const entry = { view, before: response };
    if (last?.title === title) last.turns.push(entry);
    else sections.push({ key: `${view.seq}`, title, turns: [entry] });
    if (view.turn && "response" in view.turn.reply) response = view.turn.reply.response ?? response;
  }
  return sections;
}

/** Text of every thought that was said, by its derived id `t{seq}.{n}`. */
function textsById(turns: readonly TurnView[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { turn } of turns) {
    if (!turn) continue;
    const thoughts =
      turn.stage === "deliberate"
        ? turn.reply.newThoughts
        : "thoughts" in turn.reply
          ? turn.reply.thoughts
          : [];
    if (turn.stage === "refine") continue;
    thoughts.forEach((thought, index) => {
      texts.set(`t${turn.seq}.${index + 1}`, thought.text ?? "");
    });
  }
  return texts;
}
