import { Badge } from "#components/ui/badge.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Recipe } from "#lib/domain/deliberation/recipe.ts";
import { describeRecipe } from "#lib/domain/recipe/describe.ts";
import { recipePageStrings as strings } from "#lib/domain/strings/recipe-pages.ts";

/** What a new recipe can be made from: the built-in ones, and those of the project. */
export function StartFrom({
  starts,
  href,
}: {
  starts: readonly { key: string; name: string; recipe: Recipe; builtIn: boolean }[];
  href: string;
}) {
  return (
    <Section title={strings.startFrom}>
      <ul className="divide-y divide-line border-line border-y">
        {starts.map(({ key, name, recipe, builtIn }) => (
          <li key={key} className="py-3">
            <p className="flex flex-wrap items-center gap-x-2.5">
              <TextLink href={`${href}?from=${key}`}>{name}</TextLink>
              {builtIn ? <Badge>{strings.builtIn}</Badge> : null}
            </p>
            <p className="mt-0.5 max-w-[64ch] text-ink-2 text-sm">{describeRecipe(recipe)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
