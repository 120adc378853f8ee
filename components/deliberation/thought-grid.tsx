import { HeaderCell } from "#components/ui/table.tsx";
import type { Turn } from "#lib/domain/deliberation/turn.ts";
import type { DeliberationView, TurnView } from "#lib/domain/deliberation/view.ts";
import { deliberationPageStrings as strings } from "#lib/domain/strings/deliberation-page.ts";

type Mark = "added" | "standing" | "replaced" | "kept" | "removed" | null;
type GridRow = { id: string; text: string; marks: Mark[] };

const signs: Record<Exclude<Mark, null>, { sign: string; look: string }> = {
  added: { sign: "+", look: "text-ok font-semibold" },
  standing: { sign: "·", look: "text-ink-3" },
  replaced: { sign: "↻", look: "text-warn font-semibold" },
  kept: { sign: "✓", look: "text-ok font-semibold" },
  removed: { sign: "−", look: "text-bad font-semibold" },
};

/** The life of every thought over all turns: where it came in, was replaced, kept or removed. For long deliberations. */
export function ThoughtGrid({ deliberation }: { deliberation: DeliberationView }) {
  const turns = deliberation.turns.filter((view) => view.turn && "disposition" in view.turn.reply);
  const rows = gridOf(turns);
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <thead className="shadow-[inset_0_-1px_var(--line)]">
          <tr>
            <HeaderCell>{strings.gridThought}</HeaderCell>
            {turns.map((view) => (
              <HeaderCell key={view.seq} className="px-1.5 text-center">
                {view.name}
                <span className="block font-normal">
                  {view.round === null ? strings.stage[view.stage] : strings.round(view.round)}
                </span>
              </HeaderCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-line border-b">
              <th
                scope="row"
                className="max-w-[46ch] py-2 pr-4 text-left font-normal font-read text-[15px]/[1.45]"
              >
                <span className="mr-2 text-ink-3 text-xs">{row.id}</span>
                {row.text}
              </th>
              {row.marks.map((mark, index) => (
                <td key={turns[index]?.seq} className="px-1.5 text-center align-middle">
                  {mark ? (
                    <span className={signs[mark].look}>
                      <span aria-hidden>{signs[mark].sign}</span>
                      <span className="sr-only">{strings.gridLegend[mark]}</span>
                    </span>
                  ) : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 flex flex-wrap gap-4 text-ink-2 text-xs">
        {(Object.keys(signs) as (keyof typeof signs)[]).map((mark) => (
          <span key={mark}>
            <span className={signs[mark].look}>{signs[mark].sign}</span> {strings.gridLegend[mark]}
          </span>
        ))}
      </p>
    </div>
  );
}

/** The stages that say thoughts, or judge them one by one. */
function thinks(
  turn: Turn,
): turn is Extract<Turn, { stage: "initial" | "baseline" | "deliberate" | "refine" }> {
  return ["initial", "baseline", "deliberate", "refine"].includes(turn.stage);
}

function gridOf(turns: readonly TurnView[]): GridRow[] {
  const rows = new Map<string, GridRow & { alive: boolean }>();
  turns.forEach(({ turn }, column) => {
    if (!turn || !thinks(turn)) return;
    for (const row of rows.values()) row.marks.push(row.alive ? "standing" : null);
    if (turn.stage === "refine") {
      for (const { id, keep } of turn.reply.thoughts) {
        const row = rows.get(id);
        if (row) row.marks[column] = keep ? "kept" : "removed";
      }
      return;
    }
    const added =
      turn.stage === "deliberate"
        ? turn.reply.newThoughts
        : turn.reply.thoughts.map((thought) => ({ ...thought, replaces: null }));
    added.forEach((thought, index) => {
      const id = `t${turn.seq}.${index + 1}`;
      const replaced = rows.get(thought.replaces ?? "");
      if (replaced) {
        replaced.alive = false;
        replaced.marks[column] = "replaced";
      }
      rows.set(id, {
        id,
        text: thought.text,
        alive: true,
        marks: [...Array<Mark>(column).fill(null), "added"],
      });
    });
  });
  return [...rows.values()];
}
