import { cx } from "#components/ui/cx.ts";
import { Section } from "#components/ui/section.tsx";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import type { Reading } from "#lib/domain/adjudication/compare.ts";
import { compareScores } from "#lib/domain/adjudication/compare-scores.ts";
import { adjudicationStrings as strings } from "#lib/domain/strings/adjudication.ts";
import { gradingStrings } from "#lib/domain/strings/grading.ts";

/** How people scored the record as it was given, side by side; nothing where they were not asked. */
export function ReadingsScores({ readings }: { readings: readonly Reading[] }) {
  const lines = compareScores(readings);
  if (lines.length === 0) return null;
  return (
    <Section title={strings.scores} action={<span className="text-xs text-ink-3">{strings.scoresHint}</span>}>
      <Table label={strings.scores} className="sm:max-w-3xl">
        <TableHead>
          <HeaderCell>{strings.dimension}</HeaderCell>
          {readings.map(({ id, by }) => (
            <HeaderCell key={id} align="end">
              {by}
            </HeaderCell>
          ))}
          <HeaderCell align="end">{strings.spread}</HeaderCell>
        </TableHead>
        <TableBody>
          {lines.map(({ dimension, values, spread }) => (
            <Row key={dimension}>
              <Cell>{gradingStrings.dimension[dimension]}</Cell>
              {readings.map(({ id, by }, place) => (
                <Cell key={id} label={by} align="end">
                  {values[place] ?? strings.notScored}
                </Cell>
              ))}
              <Cell label={strings.spread} align="end">
                <span className={cx(spread ? "font-[550] text-warn" : "text-ink-3")}>
                  {spread === null ? strings.notScored : strings.apart(spread)}
                </span>
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}
