import { Badge } from "#components/ui/badge.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Cell, HeaderCell, Row, RowLink, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import type { Tone } from "#components/ui/tone.ts";
import { type FamilyId, families, familyIds } from "#lib/domain/export/chat-template/families.ts";
import type { Fate, Rendering } from "#lib/domain/export/chat-template/report.ts";
import { remarks } from "#lib/domain/export/readme.ts";
import { dataSetStrings } from "#lib/domain/strings/data-sets.ts";
import { trainingStrings } from "#lib/domain/strings/training.ts";

const strings = trainingStrings.page;

const toneOf: Record<Fate, Tone> = { kept: "ok", in_answer: "warn", lost: "bad", refused: "bad" };

type ChatTemplatesProps = {
  /** Of one row, in every family and shape. */
  renderings: readonly Rendering[];
  /** What people call that row. */
  row: string;
  /** The family that is looked at. */
  chosen: FamilyId;
  /** Address of the snapshot's page, which holds the choice. */
  href: string;
};

/** What chat templates make of the first row: for each family the shape to release, and the text of the chosen one. */
export function ChatTemplates({ renderings, row, chosen, href }: ChatTemplatesProps) {
  const inShape = (id: FamilyId) =>
    renderings.find(({ family, format }) => family === id && format === families[id].format);
  const shown = inShape(chosen);
  return (
    <>
      <p className="mb-3 max-w-read text-sm text-ink-2">{strings.lead}</p>
      <Table label={strings.title}>
        <TableHead>
          <HeaderCell>{strings.choose}</HeaderCell>
          <HeaderCell>{strings.shape}</HeaderCell>
          <HeaderCell align="end">{strings.fates}</HeaderCell>
        </TableHead>
        <TableBody>
          {familyIds.map((id) => {
            const fate = inShape(id)?.fate;
            return (
              <Row key={id} selected={id === chosen} className="max-sm:px-2">
                <Cell className="sm:pl-2">
                  <RowLink
                    href={`${href}?family=${id}#chat-templates`}
                    scroll={false}
                    aria-current={id === chosen || undefined}
                  >
                    {families[id].name}
                  </RowLink>
                </Cell>
                <Cell label={strings.shape} className="text-ink-2">
                  {dataSetStrings.formats[families[id].format].name}
                </Cell>
                <Cell label={strings.fates} align="end" className="sm:pr-2">
                  {fate && <Badge tone={toneOf[fate]}>{trainingStrings.fate[fate]}</Badge>}
                </Cell>
              </Row>
            );
          })}
        </TableBody>
      </Table>
      {shown && <Shown rendering={shown} row={row} />}
      <Shapes rendered={renderings.filter(({ family }) => family === chosen)} family={chosen} />
      <p className="mt-4 max-w-read text-xs text-ink-3">{strings.restated}</p>
    </>
  );
}

/** The text that a model is trained on, with the chain of thought marked in it. */
function Shown({ rendering, row }: { rendering: Rendering; row: string }) {
  const { family, fate, text, reasoning } = rendering;
  const [start, end] = reasoning ?? [text.length, text.length];
  // The sentences are written for Markdown.
  const notes = remarks(rendering).map((note) => note.replaceAll("`", ""));
  return (
    <figure className="mt-6">
      <figcaption className="mb-2 text-sm">
        <span className="font-medium">{strings.rendered(row, families[family].name)}</span>
        {reasoning && <span className="block text-xs text-ink-3">{strings.legend}</span>}
      </figcaption>
      {notes.length > 0 && (
        <Notice tone={fate === "lost" || fate === "refused" ? "bad" : "warn"} className="mb-3">
          {notes.join(" ")}
        </Notice>
      )}
      <div className="relative rounded-lg border border-line bg-sunken">
        <pre className="px-3.5 py-3 pr-11 font-mono text-xs leading-relaxed wrap-anywhere whitespace-pre-wrap [font-variant-ligatures:none]">
          {text.slice(0, start)}
          {reasoning && <mark className="rounded-sm bg-accent-soft text-ink">{text.slice(start, end)}</mark>}
          {text.slice(end)}
        </pre>
        <CopyButton text={text} className="absolute top-1.5 right-1.5" />
      </div>
    </figure>
  );
}

/** The fate of the chain of thought in the other shapes: what a wrong choice would cost. */
function Shapes({ rendered, family }: { rendered: readonly Rendering[]; family: FamilyId }) {
  return (
    <div className="mt-5">
      <h3 className="mb-1.5 text-xs font-semibold text-ink-3">{strings.shapes(families[family].name)}</h3>
      <ul className="grid gap-1.5 text-sm">
        {rendered.map(({ format, fate }) => (
          <li key={format} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>{dataSetStrings.formats[format].name}</span>
            <Badge tone={toneOf[fate]}>{trainingStrings.fate[fate]}</Badge>
            {format === families[family].format && fate === "kept" && (
              <span className="text-xs text-ink-3">{strings.best}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
