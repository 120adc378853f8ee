"use client";

import { EstimateChart } from "#components/insights/estimate-chart.tsx";
import { twoPlaces } from "#components/insights/figure-text.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Section } from "#components/ui/section.tsx";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import type { Estimate } from "#lib/domain/agreement/estimate.ts";
import type { JudgeAgreement } from "#lib/domain/grading/judge-agreement.ts";
import { gradingStrings } from "#lib/domain/strings/grading.ts";
import { insightStrings } from "#lib/domain/strings/insights.ts";
import { judgesStrings as strings } from "#lib/domain/strings/judges.ts";

const figures = ["kappa", "spearman", "difference"] as const;
const tones = { fit: "ok", unfit: "bad", unknown: "neutral" } as const;

/** One judge beside people: plots of the three figures by dimension, then the same in numbers. */
export function JudgeSection({
  agreement: { judge, dimensions },
  leastKappa,
}: {
  agreement: JudgeAgreement;
  leastKappa: number;
}) {
  const summaries = {
    kappa: strings.kappaSummary(leastKappa),
    spearman: strings.spearmanSummary,
    difference: strings.differenceSummary,
  };
  const reach = Math.ceil(
    Math.max(
      1,
      ...dimensions.flatMap(({ difference }) =>
        "value" in difference ? [difference.value, ...(difference.interval ?? [])].map(Math.abs) : [],
      ),
    ),
  );
  return (
    <Section title={judge} className="mb-10">
      <div className="grid grid-cols-1 gap-x-12 gap-y-9 xl:grid-cols-2">
        {figures.map((figure) => (
          <EstimateChart
            key={figure}
            title={strings[figure]}
            summary={summaries[figure]}
            estimates={dimensions.map((one) => [gradingStrings.dimension[one.dimension], one[figure]])}
            {...(figure === "difference" && { from: -reach, to: reach })}
            format={twoPlaces}
          />
        ))}
      </div>
      <div className="mt-6">
        <Table label={strings.table(judge)}>
          <TableHead>
            <HeaderCell>{strings.columns.dimension}</HeaderCell>
            {figures.map((figure) => (
              <HeaderCell key={figure} align="end">
                {strings[figure]}
              </HeaderCell>
            ))}
            <HeaderCell align="end">{strings.columns.n}</HeaderCell>
            <HeaderCell>{strings.columns.fitness}</HeaderCell>
          </TableHead>
          <TableBody>
            {dimensions.map(({ dimension, fitness, ...of }) => (
              <Row key={dimension}>
                <Cell className="font-medium">{gradingStrings.dimension[dimension]}</Cell>
                {figures.map((figure) => (
                  <Cell key={figure} label={strings[figure]} align="end">
                    {inFull(of[figure])}
                  </Cell>
                ))}
                <Cell label={strings.columns.n} align="end">
                  {of.kappa.n.toLocaleString("en")}
                </Cell>
                <Cell label={strings.columns.fitness}>
                  <Badge tone={tones[fitness]}>{strings.fitness[fitness]}</Badge>
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
    </Section>
  );
}

/** “0.61 (0.48 to 0.72)”, or why there is none. */
function inFull(estimate: Estimate): string {
  if (!("value" in estimate)) return insightStrings.undefinedBecause[estimate.undefinedBecause];
  const { value, interval } = estimate;
  const between = interval && ` (${insightStrings.interval(twoPlaces(interval[0]), twoPlaces(interval[1]))})`;
  return `${twoPlaces(value)}${between ?? ""}`;
}
