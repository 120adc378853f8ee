"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { ActionForm } from "#components/ui/action-form.tsx";
import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { cx } from "#components/ui/cx.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Contamination } from "#lib/domain/evaluation/contamination.ts";
import { everything, type SnapshotFilter } from "#lib/domain/export/filter.ts";
import type { ItemKind } from "#lib/domain/export/formats.ts";
import type { FilterChoices, SnapshotPreview } from "#lib/domain/export/view.ts";
import { dataSetStrings } from "#lib/domain/strings/data-sets.ts";
import { ContaminationPanel } from "./contamination-panel.tsx";
import { FilterFields } from "./filter-fields.tsx";
import { LeftOut } from "./left-out.tsx";
import { RowPreview } from "./row-preview.tsx";

const { filter: filterStrings, preview: previewStrings, freeze } = dataSetStrings;

type SnapshotBuilderProps = {
  slug: string;
  choices: Record<ItemKind, FilterChoices>;
  hasPairs: boolean;
  /** What taking everything gives. */
  initial: SnapshotPreview;
  preview: ServerAction<{ slug: string; filter: SnapshotFilter }, SnapshotPreview>;
  checkContamination: ServerAction<{ slug: string; filter: SnapshotFilter }, Contamination>;
  create: ServerAction<{ slug: string; name: string; filter: SnapshotFilter }, { number: number }>;
};

/** Builds a data set: what to take on one side, what that gives on the other, and the button that freezes it. */
export function SnapshotBuilder({
  slug,
  choices,
  hasPairs,
  initial,
  preview,
  checkContamination,
  create,
}: SnapshotBuilderProps) {
  const router = useRouter();
  const [filter, setFilter] = useState<SnapshotFilter>(everything);
  const [shown, setShown] = useState(initial);
  const looking = useAction(preview, { onDone: setShown });

  const [contamination, setContamination] = useState<Contamination | null>(null);
  const checking = useAction(checkContamination, { onDone: setContamination });
  const isBusy = looking.busy || checking.busy;
  const refusal = looking.refusal ?? checking.refusal;

  // Goes through what the rows say, so the page does not wait for it.
  const check = useEffectEvent(() => checking.run({ slug, filter }));
  useEffect(() => check(), []);

  function handleFilter(next: SnapshotFilter) {
    setFilter(next);
    looking.run({ slug, filter: next });
    checking.run({ slug, filter: next });
  }

  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <Section title={filterStrings.title} className="mb-0">
        <FilterFields
          choices={choices[filter.items]}
          filter={filter}
          hasPairs={hasPairs}
          onChange={handleFilter}
        />
      </Section>
      <div
        className={cx("min-w-0 transition-opacity duration-100", looking.busy && "opacity-60")}
        aria-busy={isBusy}
      >
        {refusal && (
          <Notice tone="bad" className="mb-6">
            {refusal.message}
          </Notice>
        )}
        <Section title={previewStrings.title}>
          <p aria-live="polite" className="mb-4 flex flex-wrap items-baseline gap-x-2.5">
            <b className="text-title font-medium tracking-tight tabular-nums">
              {shown.items.toLocaleString("en")}
            </b>
            <span className="text-ink-2">
              {shown.items === 0
                ? previewStrings.nothing[filter.items]
                : previewStrings.rows[filter.items](shown.items)}
            </span>
          </p>
          {shown.syntheticItems > 0 && (
            <Notice tone="warn" className="mb-4" title={dataSetStrings.syntheticSome(shown.syntheticItems)}>
              {dataSetStrings.syntheticNote}
            </Notice>
          )}
          <h3 className="mb-1.5 text-xs font-semibold text-ink-3">{previewStrings.leftOut}</h3>
          <LeftOut counts={shown.leftOut} />
        </Section>
        {contamination && <ContaminationPanel slug={slug} contamination={contamination} />}
        {shown.firstRows.length > 0 && (
          <Section title={previewStrings.firstRows(shown.firstRows.length)}>
            {filter.items === "pair" && <p className="mb-3 text-sm text-ink-2">{previewStrings.sidesHint}</p>}
            <RowPreview rows={shown.firstRows} />
          </Section>
        )}
        <Section title={freeze.title}>
          <p className="mb-4 max-w-read text-sm text-ink-2">{freeze.sentence}</p>
          <ActionForm
            action={create}
            read={(entered) => ({ slug, name: String(entered.get("name") ?? ""), filter })}
            onDone={({ number }) => router.push(`/projects/${slug}/data-sets/${number}`)}
            className="max-w-md"
          >
            <Field label={freeze.name} name="name" hint={freeze.nameHint} required>
              <Input autoComplete="off" maxLength={120} />
            </Field>
            <div>
              <SubmitButton disabled={shown.items === 0 || isBusy || contamination === null}>
                {freeze.action(shown.items)}
              </SubmitButton>
            </div>
          </ActionForm>
        </Section>
      </div>
    </div>
  );
}
