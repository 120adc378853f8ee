import { Badge } from "#components/ui/badge.tsx";
import { Cell, HeaderCell, Row, RowLink, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import { describeRecipe } from "#lib/domain/recipe/describe.ts";
import type { RecipeRow } from "#lib/domain/recipe/view.ts";
import { recipePageStrings as strings } from "#lib/domain/strings/recipe-pages.ts";

const { columns } = strings;

/** Recipes with what each does; archived ones last. */
export function RecipesTable({ recipes, href }: { recipes: readonly RecipeRow[]; href: string }) {
  return (
    <Table label={strings.title} sticky>
      <TableHead>
        <HeaderCell>{columns.recipe}</HeaderCell>
        <HeaderCell align="end">{columns.version}</HeaderCell>
        <HeaderCell align="end">{columns.runs}</HeaderCell>
        <HeaderCell align="end">{columns.changed}</HeaderCell>
      </TableHead>
      <TableBody>
        {recipes.map((recipe) => (
          <Row key={recipe.id}>
            <Cell>
              <span className="flex flex-wrap items-center gap-x-2.5">
                <RowLink href={`${href}/${recipe.id}`}>{recipe.name}</RowLink>
                {recipe.archived ? <Badge>{strings.archived}</Badge> : null}
              </span>
              <p className="mt-0.5 max-w-[64ch] text-ink-2">{describeRecipe(recipe.body)}</p>
            </Cell>
            <Cell label={columns.version} align="end">
              {recipe.version}
            </Cell>
            <Cell label={columns.runs} align="end" className={recipe.runs === 0 ? "text-ink-3" : undefined}>
              {recipe.runs.toLocaleString("en")}
            </Cell>
            <Cell label={columns.changed} align="end" className="text-ink-2">
              <Time value={recipe.changedAt} format="date" />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
