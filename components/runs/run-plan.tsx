import { DescriptionList, Fact } from "#components/ui/description-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { Synthetic } from "#components/ui/synthetic.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { RunView } from "#lib/domain/run/view.ts";
import { recipePageStrings } from "#lib/domain/strings/recipe-pages.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";

/** What the run froze: recipe, policies, seed, and which endpoint plays which role. */
export function RunPlan({ run, base }: { run: RunView; base: string }) {
  return (
    <Section title={strings.plan}>
      <DescriptionList className="max-w-2xl">
        <Fact term={strings.recipe}>
          <TextLink href={`${base}/recipes/${run.recipeId}?version=${run.recipeVersion}`}>
            {strings.recipeVersion(run.recipe, run.recipeVersion)}
          </TextLink>
          , {recipePageStrings.kind[run.kind]}
        </Fact>
        <Fact term={strings.policies}>{strings.policySet(run.policySet)}</Fact>
        <Fact term={strings.reviews}>{strings.reviewsOpen[run.opensReviews ? "yes" : "no"]}</Fact>
        <Fact term={strings.seed}>{run.seed}</Fact>
        {run.roles.map((role) => (
          <Fact key={role.key} term={role.name}>
            {role.endpoint} · <span className="font-mono text-xs">{role.model}</span>{" "}
            {role.synthetic ? <Synthetic /> : null}
          </Fact>
        ))}
      </DescriptionList>
    </Section>
  );
}
