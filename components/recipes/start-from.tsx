import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Recipe } from "#lib/domain/deliberation/recipe.ts";
import { describeRecipe } from "#lib/domain/recipe/describe.ts";
import { recipePageStrings as strings } from "#lib/domain/strings/recipe-pages.ts";

/** What a new recipe can be made from: the recipes of the project, and those that come with the product. */
export function StartFrom({
  starts,
  href,
}: {
  starts: readonly { key: string; name: string; recipe: Recipe; builtIn: boolean }[];
  href: string;
}) {
  const groups = [
    { title: strings.ofProject, starts: starts.filter(({ builtIn }) => !builtIn) },
    { title: strings.builtIn, starts: starts.filter(({ builtIn }) => builtIn) },
  ];
  return groups
    .filter((group) => group.starts.length > 0)
    .map((group) => (
      <Section key={group.title} title={group.title}>
        <ul className="divide-y divide-line border-line border-y">
          {group.starts.map(({ key, name, recipe }) => (
            <li key={key} className="relative py-3 has-[a:hover]:bg-hover">
              <TextLink href={`${href}?from=${key}`} className="after:absolute after:inset-0">
                {name}
              </TextLink>
              <p className="mt-0.5 max-w-[64ch] text-ink-2 text-sm">{describeRecipe(recipe)}</p>
            </li>
          ))}
        </ul>
      </Section>
    ));
}
