import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { RecipeView } from "#lib/domain/recipe/view.ts";
import { recipePageStrings as strings } from "#lib/domain/strings/recipe-pages.ts";

/** Every version, newest first, with what changed in it. */
export function RecipeVersions({ recipe, href }: { recipe: RecipeView; href: string }) {
  return (
    <ol className="divide-y divide-line border-line border-y">
      {recipe.versions.map(({ version, by, at, runs, changes }) => (
        <li key={version} className="py-3 text-sm">
          <p className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
            {version === recipe.version ? (
              <b className="font-[550]">{strings.version(version)}</b>
            ) : (
              <TextLink href={`${href}?version=${version}`}>{strings.version(version)}</TextLink>
            )}
            <span className="text-ink-2">
              {by ? `${by}, ` : null}
              <Time value={at} />
            </span>
            <span className="ml-auto text-ink-3 tabular-nums">{strings.runs(runs)}</span>
          </p>
          {changes.length > 0 ? (
            <ul className="mt-1.5 space-y-1">
              {changes.map(({ term, before, after }) => (
                <li key={term} className="wrap-anywhere">
                  <span className="text-ink-3">{term}:</span> <del className="text-ink-3">{before}</del>{" "}
                  <ins className="no-underline">{after}</ins>
                </li>
              ))}
            </ul>
          ) : (
            <p className="mt-1 text-ink-3">{version === 1 ? strings.firstVersion : strings.noChanges}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
