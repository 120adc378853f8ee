import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Contamination } from "#lib/domain/evaluation/contamination.ts";
import { dataSetStrings } from "#lib/domain/strings/data-sets.ts";
import { percent } from "#lib/domain/strings/words.ts";

const strings = dataSetStrings.preview;
const { contaminationColumns: columns } = strings;

/** More than a page shows; the manifest has them all. */
const shownHits = 50;

/** Which evaluation prompts the rows hold words of; nothing where the project has none. */
export function ContaminationPanel({ slug, contamination }: { slug: string; contamination: Contamination }) {
  const { evaluationPrompts, hits } = contamination;
  if (evaluationPrompts === 0) return null;
  return (
    <Section title={strings.contamination}>
      {hits.length === 0 ? (
        <p className="text-sm text-ink-2">{strings.contaminationNone(evaluationPrompts)}</p>
      ) : (
        <>
          <Notice
            tone="warn"
            className="mb-4"
            title={strings.contaminationFound(hits.length, evaluationPrompts)}
          >
            {strings.contaminationNote}
          </Notice>
          <Table label={strings.contamination}>
            <TableHead>
              <HeaderCell>{columns.item}</HeaderCell>
              <HeaderCell>{columns.prompt}</HeaderCell>
              <HeaderCell>{columns.part}</HeaderCell>
              <HeaderCell align="end">{columns.overlap}</HeaderCell>
            </TableHead>
            <TableBody>
              {hits.slice(0, shownHits).map(({ ref, prompt, part, overlap }) => (
                <Row key={`${ref} ${prompt} ${part}`}>
                  <Cell>
                    <TextLink href={`/projects/${slug}/review/${ref}`}>{ref}</TextLink>
                  </Cell>
                  <Cell label={columns.prompt}>
                    <TextLink href={`/projects/${slug}/prompts/${prompt}`}>{prompt}</TextLink>
                  </Cell>
                  <Cell label={columns.part} className="text-ink-2">
                    {strings.parts[part]}
                  </Cell>
                  <Cell label={columns.overlap} align="end" className="tabular-nums">
                    {percent(overlap)}
                  </Cell>
                </Row>
              ))}
            </TableBody>
          </Table>
          {hits.length > shownHits && (
            <p className="mt-2 text-xs text-ink-3">{strings.contaminationMore(hits.length - shownHits)}</p>
          )}
        </>
      )}
    </Section>
  );
}
