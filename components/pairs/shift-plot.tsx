import { paint } from "#components/charts/chart-colour.ts";
import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { binName, type Shift, type Spread } from "#lib/domain/pair/shift.ts";
import { shiftStrings as strings } from "#lib/domain/strings/pairs.ts";

/** Faithfulness of both sides, with beliefs and without: whether the beliefs draw them apart is seen at a glance. */
export function ShiftPlot({ shift, csvHref }: { shift: Shift; csvHref: string }) {
  const { pairs, beliefs, control } = shift;
  const methods = [
    { name: strings.beliefs, spread: beliefs },
    ...(control ? [{ name: strings.control, spread: control }] : []),
  ];
  const columns = [
    strings.faithfulness,
    ...methods.flatMap(({ name }) => [strings.side(name, true), strings.side(name, false)]),
  ];
  const rows = beliefs.selected.map((_, bin) => [
    binName(bin),
    ...methods.flatMap(({ spread }) => [String(spread.selected[bin]), String(spread.rejected[bin])]),
  ]);
  return (
    <div className="max-w-3xl">
      <ChartFrame
        csv={csvHref}
        title={strings.title}
        summary={strings.summary(pairs, beliefs.gap, control?.gap ?? null)}
        columns={columns}
        rows={rows}
      >
        <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
          {methods.map(({ name, spread }) => (
            <Bins key={name} name={name} spread={spread} tallest={tallestOf(methods)} />
          ))}
        </div>
        <p className="mt-3 flex gap-4 text-xs text-ink-2">
          <Key colour="ok">{strings.selected}</Key>
          <Key colour="bad">{strings.rejected}</Key>
        </p>
      </ChartFrame>
    </div>
  );
}

function Bins({ name, spread, tallest }: { name: string; spread: Spread; tallest: number }) {
  const bars = spread.selected.map((selected, bin) => ({
    name: binName(bin),
    selected,
    rejected: spread.rejected[bin] ?? 0,
  }));
  return (
    <div>
      <p className="mb-1.5 text-xs font-medium">{name}</p>
      <p className="border-b border-line text-2xs text-ink-3 tabular-nums">{strings.prompts(tallest)}</p>
      <div className="flex h-28 items-end gap-1 border-b border-line-strong">
        {bars.map((bar) => (
          <div key={bar.name} className="flex h-full flex-1 items-end gap-px">
            <Bar n={bar.selected} tallest={tallest} colour="ok" />
            <Bar n={bar.rejected} tallest={tallest} colour="bad" />
          </div>
        ))}
      </div>
      <p className="mt-1 flex justify-between text-2xs text-ink-3 tabular-nums">
        <span>0</span>
        <span>{strings.faithfulness}</span>
        <span>1</span>
      </p>
    </div>
  );
}

function Bar({ n, tallest, colour }: { n: number; tallest: number; colour: "ok" | "bad" }) {
  return (
    <span
      className="flex-1 rounded-t-[2px]"
      style={{ height: n === 0 ? 0 : `max(2px, ${(n / tallest) * 100}%)`, background: paint(colour) }}
    />
  );
}

function Key({ colour, children }: { colour: "ok" | "bad"; children: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <span className="size-2 rounded-[3px]" style={{ background: paint(colour) }} />
      {children}
    </span>
  );
}

function tallestOf(methods: readonly { spread: Spread }[]): number {
  return Math.max(1, ...methods.flatMap(({ spread }) => [...spread.selected, ...spread.rejected]));
}
