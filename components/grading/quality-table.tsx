import { twoPlaces } from "#components/insights/figure-text.ts";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import type { Estimate } from "#lib/domain/agreement/estimate.ts";
import { published } from "#lib/domain/grading/published.ts";
import type { Quality } from "#lib/domain/grading/quality-view.ts";
import { gradingStrings } from "#lib/domain/strings/grading.ts";
import { qualityStrings as strings } from "#lib/domain/strings/quality.ts";

/** Means, gain and intervals by dimension, with what was published beside them. */
export function QualityTable({ quality: { base, other, comparisons, prompts } }: { quality: Quality }) {
  const heads = [
    strings.columns.mean(base.number, base.recipe),
    strings.columns.mean(other.number, other.recipe),
    strings.columns.gain,
    strings.columns.interval,
    strings.columns.n,
    strings.columns.published,
  ];
  return (
    <Table label={strings.table(prompts)}>
      <TableHead>
        <HeaderCell>{strings.columns.dimension}</HeaderCell>
        {heads.map((head) => (
          <HeaderCell key={head} align="end" className="whitespace-normal!">
            {head}
          </HeaderCell>
        ))}
      </TableHead>
      <TableBody>
        {comparisons.map(({ dimension, base: was, other: is, gain }) => {
          const paper = published[dimension];
          const cells = [
            textOf(was, twoPlaces),
            textOf(is, twoPlaces),
            textOf(gain, strings.percent),
            intervalOf(gain),
            gain.n.toLocaleString("en"),
            strings.publishedRow(
              twoPlaces(paper.base),
              twoPlaces(paper.other),
              strings.percent(paper.other / paper.base - 1),
            ),
          ];
          return (
            <Row key={dimension}>
              <Cell className="font-medium">{gradingStrings.dimension[dimension]}</Cell>
              {cells.map((cell, place) => (
                <Cell
                  key={heads[place]}
                  label={heads[place]}
                  align="end"
                  className={place === cells.length - 1 ? "text-ink-3" : undefined}
                >
                  {cell}
                </Cell>
              ))}
            </Row>
          );
        })}
      </TableBody>
    </Table>
  );
}

function textOf(estimate: Estimate, format: (value: number) => string): string {
  return "value" in estimate ? format(estimate.value) : strings.none;
}

function intervalOf(estimate: Estimate): string {
  if (!("value" in estimate) || estimate.interval === null) return strings.none;
  const [low, high] = estimate.interval;
  return strings.between(strings.percent(low), strings.percent(high));
}
