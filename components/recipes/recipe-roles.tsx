import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { type Recipe, rolesOf } from "#lib/domain/deliberation/recipe.ts";
import { recipePageStrings } from "#lib/domain/strings/recipe-pages.ts";

const { role: strings, stage: stageNames, roles: title, inPlace } = recipePageStrings;

/** Who speaks in a recipe, when, and how each is asked; own instructions under the table. */
export function RecipeRoles({ recipe }: { recipe: Recipe }) {
  const roles = rolesOf(recipe);
  return (
    <>
      <Table label={title}>
        <TableHead>
          <HeaderCell>{strings.name}</HeaderCell>
          <HeaderCell>{strings.speaks}</HeaderCell>
          <HeaderCell align="end">{strings.temperature}</HeaderCell>
          <HeaderCell align="end">{strings.topP}</HeaderCell>
          <HeaderCell align="end">{strings.outputTokens}</HeaderCell>
        </TableHead>
        <TableBody>
          {roles.map(({ key, name, stages, sampling }) => (
            <Row key={key}>
              <Cell className="font-medium">{name}</Cell>
              <Cell label={strings.speaks} className="text-ink-2">
                {key === recipe.fallback?.key ? inPlace : stages.map((stage) => stageNames[stage]).join(", ")}
              </Cell>
              <Cell label={strings.temperature} align="end">
                {sampling.temperature ?? strings.leftToEndpoint}
              </Cell>
              <Cell label={strings.topP} align="end">
                {sampling.topP ?? strings.leftToEndpoint}
              </Cell>
              <Cell label={strings.outputTokens} align="end">
                {sampling.maxOutputTokens.toLocaleString("en")}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
      {roles.map(({ key, name, instructions }) =>
        instructions ? (
          <div key={key} className="mt-4">
            <h3 className="font-medium text-sm">{strings.ownInstructions(name)}</h3>
            <p className="mt-1 max-w-[70ch] whitespace-pre-wrap border-line border-l-2 pl-4 font-read text-[16px]/[1.5]">
              {instructions}
            </p>
          </div>
        ) : null,
      )}
    </>
  );
}
