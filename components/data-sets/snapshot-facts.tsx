import { CopyButton } from "#components/ui/copy-button.tsx";
import { DescriptionList, Fact } from "#components/ui/description-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Time } from "#components/ui/time.tsx";
import type { SnapshotFilter } from "#lib/domain/export/filter.ts";
import type { SnapshotPage } from "#lib/domain/export/view.ts";
import { dataSetStrings } from "#lib/domain/strings/data-sets.ts";
import { LeftOut } from "./left-out.tsx";

const { snapshot: strings, filter: filterStrings } = dataSetStrings;

/** When and from what a snapshot was frozen. */
export function SnapshotFacts({ snapshot }: { snapshot: SnapshotPage }) {
  return (
    <DescriptionList>
      <Fact term={strings.frozen}>
        <Time value={snapshot.createdAt} />{" "}
        {snapshot.createdBy === null ? strings.byOperator : strings.by(snapshot.createdBy)}
      </Fact>
      <Fact term={strings.filter}>{describe(snapshot.filter)}</Fact>
      <Fact term={dataSetStrings.preview.leftOut}>
        <LeftOut counts={snapshot.leftOut} />
      </Fact>
      <Fact term={strings.hash}>
        <span className="inline-flex items-center gap-1">
          <code className="font-mono text-xs">{snapshot.itemsHash}</code>
          <CopyButton text={snapshot.itemsHash} label={strings.copyHash} />
        </span>
      </Fact>
    </DescriptionList>
  );
}

/** What became of items since; nothing where all stand as they did. */
export function ChangesSince({ since }: Pick<SnapshotPage, "since">) {
  const facts = [
    ...(since.stale > 0 ? [strings.sinceStale(since.stale)] : []),
    ...(since.notApproved > 0 ? [strings.sinceNotApproved(since.notApproved)] : []),
    ...(since.erased > 0 ? [strings.sinceErased(since.erased)] : []),
  ];
  if (facts.length === 0) return null;
  return (
    <Notice tone="warn" title={strings.sinceTitle} className="mb-8">
      {[...facts, strings.sinceAdvice].join(" ")}
    </Notice>
  );
}

/** A filter in words. */
function describe(filter: SnapshotFilter): string {
  const parts = [
    filter.items === "pair" ? filterStrings.itemKinds.pair : null,
    list(
      filterStrings.category,
      filter.categories.map((value) => value ?? filterStrings.noCategory),
    ),
    list(
      filterStrings.severity,
      filter.severities.map((value) => filterStrings.severities[value]),
    ),
    list(
      filterStrings.source,
      filter.sources.map((value) => value ?? filterStrings.noSource),
    ),
    list(filterStrings.origin, [
      ...filter.runs.map(filterStrings.run),
      ...filter.imports.map(filterStrings.import),
    ]),
    filter.synthetic === "include"
      ? null
      : `${filterStrings.synthetic}: ${filterStrings.syntheticChoices[filter.synthetic].toLowerCase()}`,
  ].filter((part) => part !== null);
  return parts.length > (filter.items === "pair" ? 1 : 0)
    ? parts.join(" · ")
    : filterStrings.everything[filter.items];
}

function list(name: string, values: readonly string[]): string | null {
  return values.length === 0 ? null : `${name}: ${values.join(", ")}`;
}
