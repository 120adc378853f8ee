import { Badge } from "#components/ui/badge.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Section } from "#components/ui/section.tsx";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { stages } from "#lib/domain/deliberation/stage.ts";
import type { DryCall, DryRun } from "#lib/domain/recipe/view.ts";
import { recipePageStrings } from "#lib/domain/strings/recipe-pages.ts";

const { dryRun: strings, stage: stageNames } = recipePageStrings;
const { columns } = strings;

/** What a dry run would have asked: sizes by stage, then every call with its exact words. */
export function DryRunResult({ result }: { result: DryRun }) {
  return (
    <>
      <p className="mb-4 max-w-[66ch] border-line border-l-2 pl-4 font-read text-[17px]/[1.5]">
        {result.prompt.text}
      </p>
      <Section title={strings.stages} level={3}>
        <StageTable calls={result.calls} />
        <p className="mt-2.5 max-w-[68ch] text-ink-3 text-xs">{strings.basis}</p>
      </Section>
      <Section title={strings.calls} level={3}>
        <ol className="border-line border-b">
          {result.calls.map((call) => (
            <li key={call.seq} className="border-line border-t">
              <Call call={call} />
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

function StageTable({ calls }: { calls: readonly DryCall[] }) {
  return (
    <Table label={strings.stages}>
      <TableHead>
        <HeaderCell>{columns.stage}</HeaderCell>
        <HeaderCell align="end">{columns.calls}</HeaderCell>
        <HeaderCell align="end">{columns.characters}</HeaderCell>
        <HeaderCell align="end">{columns.tokensIn}</HeaderCell>
        <HeaderCell align="end">{columns.tokensOut}</HeaderCell>
      </TableHead>
      <TableBody>
        {stages.map((stage) => (
          <SumRow key={stage} name={stageNames[stage]} calls={calls.filter((call) => call.stage === stage)} />
        ))}
        <SumRow name={strings.total} calls={calls} strong />
      </TableBody>
    </Table>
  );
}

function SumRow({
  name,
  calls,
  strong = false,
}: {
  name: string;
  calls: readonly DryCall[];
  strong?: boolean;
}) {
  if (calls.length === 0) return null;
  const sum = (of: "characters" | "tokensIn" | "tokensOut") =>
    calls.reduce((total, call) => total + call[of], 0).toLocaleString("en");
  return (
    <Row className={strong ? "font-[550]" : undefined}>
      <Cell className="first-letter:uppercase">{name}</Cell>
      <Cell label={columns.calls} align="end">
        {calls.length}
      </Cell>
      <Cell label={columns.characters} align="end">
        {sum("characters")}
      </Cell>
      <Cell label={columns.tokensIn} align="end">
        {sum("tokensIn")}
      </Cell>
      <Cell label={columns.tokensOut} align="end">
        {sum("tokensOut")}
      </Cell>
    </Row>
  );
}

function Call({ call }: { call: DryCall }) {
  return (
    <details>
      <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2.5 text-sm hover:bg-hover">
        <b className="font-[550]">{call.name}</b>
        <span className="text-ink-2">{strings.call(stageNames[call.stage], call.round)}</span>
        <span className="ml-auto text-ink-3 text-xs tabular-nums">
          {strings.size(call.characters, call.tokensIn)}
        </span>
      </summary>
      <div className="grid gap-3 pb-5">
        <Part title={strings.instructions} code={call.instructions} />
        {call.messages.map((message, index) => (
          // A request never changes, so the place in it is an identity.
          <Part
            key={`${index}-${message.role}`}
            title={strings.message[message.role]}
            code={message.content}
          />
        ))}
        {call.schema && <Part title={strings.schema} code={call.schema} />}
        <Part title={strings.reply} badge={<Badge tone="warn">{strings.standIn}</Badge>} code={call.reply} />
      </div>
    </details>
  );
}

function Part({ title, badge, code }: { title: string; badge?: React.ReactNode; code: string }) {
  return (
    <div>
      <p className="mb-1 flex items-center gap-2 font-semibold text-ink-3 text-xs">
        {title} {badge}
      </p>
      <CodeBlock code={code} />
    </div>
  );
}
