import { dataCardStrings as say } from "#lib/domain/strings/data-card.ts";
import { type Format, itemFormats } from "./formats.ts";
import { leftOutReasons } from "./left-out.ts";
import type { Manifest } from "./manifest.ts";

/** The card is for reading; the manifest names every hit. */
const shownHits = 20;

/** The data card of a release: the manifest in sentences, as Markdown. */
export function dataCard(manifest: Manifest): string {
  const parts = [
    `# ${oneLine(manifest.project.name)}: ${oneLine(manifest.snapshot.name)}`,
    ...syntheticNote(manifest),
    ...whatItIs(manifest),
    ...howItWasMade(manifest),
    ...rejectedSide(manifest),
    ...sources(manifest),
    ...gaps(manifest),
    ...contamination(manifest),
    `## ${say.limits.title}`,
    list(say.limits.list),
    `## ${say.check.title}`,
    say.check.sentence(manifest.file),
  ];
  return `${parts.join("\n\n")}\n`;
}

function syntheticNote({ synthetic, rows }: Manifest): string[] {
  return synthetic.any ? [`> **${say.syntheticTitle}.** ${say.synthetic(synthetic.rows, rows)}`] : [];
}

function whatItIs({ project, snapshot, format }: Manifest): string[] {
  const { what } = say;
  return [
    `## ${what.title}`,
    [
      what.sentence[snapshot.filter.items](oneLine(project.name), snapshot.number),
      ...(isItemPerRow(format) ? [what.onePerPrompt] : []),
    ].join(" "),
    `${what.format[format]} ${what.id[snapshot.filter.items]}`,
  ];
}

function howItWasMade({ provenance, format }: Manifest): string[] {
  const { how } = say;
  const { recipes, models, policySets, editedRows, reviewers } = provenance;
  return [
    `## ${how.title}`,
    [
      ...origins(provenance),
      how.reviewed,
      ...(isItemPerRow(format) ? [how.onlyApproved, how.edited(editedRows)] : []),
      how.reviewers(reviewers),
    ].join(" "),
    ...listed(
      how.recipes,
      recipes.map((r) => how.recipe(oneLine(r.name), r.version, r.kind, r.rows)),
    ),
    ...listed(
      how.models,
      models.map((m) =>
        how.model(oneLine(m.model), oneLine(m.endpoint), m.version, m.roles.join(", "), m.synthetic),
      ),
    ),
    ...listed(
      how.policies,
      policySets.map(({ set, policies, rows }) =>
        how.policySet(
          set,
          policies.map((p) => how.policy(p.number, oneLine(p.title), p.version)).join("; "),
          rows,
        ),
      ),
    ),
  ];
}

/** Whether each row is an approved revision, so that what counts those counts rows. */
function isItemPerRow(format: Format): boolean {
  return (itemFormats as readonly Format[]).includes(format);
}

/** What stands before the review, as far as it happened. */
function origins({ recipes, importedRows }: Manifest["provenance"]): string[] {
  const { how } = say;
  const rowsOf = (kind: string) =>
    recipes.filter((recipe) => recipe.kind === kind).reduce((sum, { rows }) => sum + rows, 0);
  return [
    ...(rowsOf("deliberation") > 0 ? [how.deliberated] : []),
    ...(rowsOf("baseline") > 0 ? [how.baseline(rowsOf("baseline"))] : []),
    ...(importedRows > 0 ? [how.imported(importedRows)] : []),
  ];
}

function rejectedSide({ provenance: { pairs } }: Manifest): string[] {
  const { rejected } = say;
  if (pairs.length === 0) return [];
  return [
    `## ${rejected.title}`,
    list(pairs.map(({ origin, rows }) => rejected.origins[origin](rows))),
    list(rejected.list),
  ];
}

function sources({ provenance }: Manifest): string[] {
  const lines = provenance.sources.map(({ name, licence, attribution, rows }) => {
    const line = say.sources.source(
      oneLine(name ?? say.sources.unnamed),
      oneLine(licence ?? say.sources.unknownLicence),
      rows,
    );
    return attribution === null ? line : `${line}. ${attribution}`;
  });
  return [`## ${say.sources.title}`, say.sources.sentence, list(lines)];
}

function gaps({ snapshot, erasedItems }: Manifest): string[] {
  const lines = leftOutReasons
    .filter((reason) => snapshot.leftOut[reason] > 0)
    .map(
      (reason) =>
        `${say.gaps.counted[snapshot.filter.items](snapshot.leftOut[reason])}: ${say.gaps.reasons[reason]}`,
    );
  if (erasedItems > 0) lines.push(say.gaps.erasedItems(erasedItems));
  return [`## ${say.gaps.title}`, lines.length > 0 ? list(lines) : say.gaps.nothing[snapshot.filter.items]];
}

/** Which evaluation prompts the rows hold words of; nothing where none was looked for. */
function contamination({ contamination: found }: Manifest): string[] {
  if (!found || found.evaluationPrompts === 0) return [];
  const { evaluationPrompts, hits } = found;
  const shown = hits
    .slice(0, shownHits)
    .map(({ ref, prompt, part, overlap }) => say.contamination.hit(ref, prompt, part, overlap));
  const rest = hits.length - shown.length;
  return [
    `## ${say.contamination.title}`,
    say.contamination.sentence(evaluationPrompts, hits.length),
    ...(shown.length > 0 ? [list([...shown, ...(rest > 0 ? [say.contamination.more(rest)] : [])])] : []),
  ];
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`### ${title}`, list(lines)] : [];
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

/** Names that people gave must not start headings or lists of their own. */
function oneLine(name: string): string {
  return name.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_[\]<>#|]/g, "\\$&");
}
