"use client";

import { EstimateChart } from "#components/insights/estimate-chart.tsx";
import { twoPlaces } from "#components/insights/figure-text.ts";
import { Section } from "#components/ui/section.tsx";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import type { Quality } from "#lib/domain/grading/quality-view.ts";
import { qualityStrings as strings } from "#lib/domain/strings/quality.ts";
import { percent } from "#lib/domain/strings/words.ts";

/** How often judges preferred one run to the other, and how far the place of an answer swayed them. */
export function PreferencePlot({
  quality: { base, other, preferences, synthetic },
  csv,
}: {
  quality: Quality;
  /** Address of the numbers in full. */
  csv: string;
}) {
  const named = preferences.map(({ judge, preference }) => ({
    name: judge ?? strings.allJudges,
    ...preference,
  }));
  const note = (text: string) => (synthetic ? strings.synthetic(text) : text);
  return (
    <Section title={strings.preference} className="mt-10">
      <div className="grid grid-cols-1 gap-x-12 gap-y-9 xl:grid-cols-2">
        <EstimateChart
          title={strings.preferred(other.number, base.number)}
          summary={note(strings.preferredSummary)}
          estimates={named.map(({ name, rate }) => [name, rate])}
          format={percent}
          csv={csv}
        />
        <EstimateChart
          title={strings.bias}
          summary={note(strings.biasSummary)}
          estimates={named.map(({ name, positionBias }) => [name, positionBias])}
          format={twoPlaces}
          csv={csv}
        />
      </div>
      <div className="mt-6">
        <Table label={strings.preference}>
          <TableHead>
            <HeaderCell>{strings.judge}</HeaderCell>
            {strings.counts(other.number).map((head) => (
              <HeaderCell key={head} align="end">
                {head}
              </HeaderCell>
            ))}
          </TableHead>
          <TableBody>
            {named.map(({ name, wins, ties, losses }) => (
              <Row key={name}>
                <Cell className="font-medium">{name}</Cell>
                {[wins, ties, losses].map((n, place) => (
                  <Cell
                    key={strings.counts(other.number)[place]}
                    label={strings.counts(other.number)[place]}
                    align="end"
                  >
                    {n.toLocaleString("en")}
                  </Cell>
                ))}
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
    </Section>
  );
}
