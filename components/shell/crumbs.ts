import type { Crumb } from "#components/ui/breadcrumbs.tsx";
import { batchStrings } from "#lib/domain/strings/batches.ts";
import { coverageStrings } from "#lib/domain/strings/coverage.ts";
import { evaluationStrings } from "#lib/domain/strings/evaluation.ts";
import { exposureStrings } from "#lib/domain/strings/exposure.ts";
import { inboxStrings } from "#lib/domain/strings/inbox.ts";
import { judgesStrings } from "#lib/domain/strings/judges.ts";
import { pairStrings } from "#lib/domain/strings/pairs.ts";
import { qualityStrings } from "#lib/domain/strings/quality.ts";
import { shellStrings as strings } from "#lib/domain/strings/shell.ts";

const { crumbs } = strings;

/** What each part of an address under a project is called; `one` names a thing by its number. */
const sections: Record<string, { label: string; one?: (number: string) => string; fresh?: string }> = {
  prompts: { label: strings.prompts, one: crumbs.prompt },
  runs: { label: strings.runs, one: crumbs.run, fresh: crumbs.newRun },
  recipes: { label: strings.recipes, one: () => crumbs.recipe, fresh: crumbs.newRecipe },
  review: { label: strings.review, one: crumbs.record },
  inbox: { label: inboxStrings.title },
  "my-work": { label: strings.myWork },
  exposure: { label: exposureStrings.title },
  insights: { label: strings.insights },
  adjudication: { label: strings.adjudication, one: crumbs.record },
  policies: { label: strings.policies, one: crumbs.policy },
  guidelines: { label: strings.guidelines },
  pairs: { label: pairStrings.title, one: () => pairStrings.one },
  "data-sets": { label: strings.dataSets, one: crumbs.dataSet, fresh: crumbs.newDataSet },
  settings: { label: strings.settings },
};

/** Last words of an address that are pages of their own. */
const pages: Record<string, string> = {
  import: crumbs.import,
  edit: crumbs.edit,
  publish: crumbs.publish,
  people: strings.people,
  audit: strings.audit,
  exposure: exposureStrings.title,
  planted: strings.planted,
  batches: batchStrings.title,
  coverage: coverageStrings.title,
  quality: qualityStrings.title,
  judges: judgesStrings.title,
  evaluation: evaluationStrings.title,
};

/**
 * Where a page of a project lies, read from its address: every word in it is one of the glossary, every number
 * one that people see, so nothing has to be loaded.
 */
export function projectCrumbs(
  pathname: string,
  project: { name: string; slug: string },
): [Crumb, ...Crumb[]] {
  const root = `/projects/${project.slug}`;
  const trail: [Crumb, ...Crumb[]] = [{ label: project.name, href: root }];
  const [section, thing, part, number] = pathname.slice(root.length + 1).split("/");
  if (!section) return trail;

  if (section === "imports") {
    trail.push({ label: strings.prompts, href: `${root}/prompts` });
    if (thing) trail.push({ label: crumbs.importNumber(thing) });
    return trail;
  }

  const known = sections[section];
  if (!known) return trail;
  trail.push({ label: known.label, href: `${root}/${section}` });
  if (!thing) return trail;
  if (section === "guidelines" && thing === "versions" && part) {
    trail.push({ label: crumbs.version(part) });
    return trail;
  }
  const href = `${root}/${section}/${thing}`;
  trail.push({
    label: (thing === "new" ? known.fresh : pages[thing]) ?? known.one?.(decodeURIComponent(thing)) ?? thing,
    href,
  });
  if (!part) return trail;
  if (section === "runs") trail.push({ label: crumbs.deliberation(`${thing}.${part}`) });
  else if (part === "versions" && number) trail.push({ label: crumbs.version(number) });
  else if (pages[part]) trail.push({ label: pages[part] });
  return trail;
}

const adminPages: Record<string, string> = {
  endpoints: strings.endpoints,
  people: strings.people,
  audit: strings.audit,
};

/** Where a page of the administration lies, read from its address. */
export function adminCrumbs(pathname: string): Crumb[] {
  const [, , section = "", thing] = pathname.split("/");
  const label = adminPages[section];
  const trail: Crumb[] = [{ label: strings.administration, href: "/admin/endpoints" }];
  if (label) trail.push({ label, href: `/admin/${section}` });
  if (thing) trail.push({ label: section === "people" ? crumbs.person : endpointCrumb(thing) });
  return trail;
}

function endpointCrumb(thing: string): string {
  return thing === "new" ? crumbs.newEndpoint : crumbs.endpoint;
}
