"use client";

import { Bookmark, Star } from "lucide-react";
import { useState } from "react";
import { ActionForm } from "#components/ui/action-form.tsx";
import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { type QueueChoice, queryOf } from "#lib/domain/review/queue-choice.ts";
import { isSameChoice, type SavedView } from "#lib/domain/review/saved-view.ts";
import { queueStrings } from "#lib/domain/strings/queue.ts";

const strings = queueStrings.saved;

export type ViewActions = {
  save: ServerAction<{ slug: string; name: string; choice: QueueChoice }, unknown>;
  rename: ServerAction<{ slug: string; id: string; name: string }, unknown>;
  drop: ServerAction<{ slug: string; id: string }, unknown>;
  setDefault: ServerAction<{ slug: string; id: string | null }, unknown>;
};

type SavedViewsProps = {
  slug: string;
  views: readonly SavedView[];
  choice: QueueChoice;
  /** Whether there is anything to keep that is not a list as it comes. */
  worthSaving: boolean;
  actions: ViewActions;
};

/** The lists that somebody keeps under names of their own, and a way to keep this one. */
export function SavedViews({ slug, views, choice, worthSaving, actions }: SavedViewsProps) {
  const current = views.find((view) => isSameChoice(view.choice, choice));
  if (views.length === 0 && !worthSaving) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {views.length > 0 && (
        <nav aria-label={strings.label}>
          <ul className="flex flex-wrap gap-2">
            {views.map((view) => (
              <li key={view.id}>
                <PageLink
                  href={`/projects/${slug}/review?${new URLSearchParams(queryOf(view.choice))}`}
                  aria-current={view === current ? "page" : undefined}
                  className={cx(
                    "inline-flex min-h-7 items-center gap-1.5 rounded-chip border px-2 text-xs",
                    view === current
                      ? "border-accent bg-accent-soft text-accent"
                      : "border-line-strong text-ink-2 hover:border-accent hover:text-accent",
                  )}
                >
                  {view.isDefault && <Star aria-hidden className="size-3" />}
                  <span className="max-w-48 truncate">{view.name}</span>
                  {view.isDefault && <span className="sr-only">{strings.isDefault}</span>}
                </PageLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {current ? (
        <ChangeView key={current.id} slug={slug} view={current} actions={actions} />
      ) : (
        worthSaving && <SaveView slug={slug} choice={choice} save={actions.save} />
      )}
    </div>
  );
}

function SaveView({
  slug,
  choice,
  save,
}: Pick<SavedViewsProps, "slug" | "choice"> & Pick<ViewActions, "save">) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={strings.save}
      description={strings.saveText}
      trigger={
        <Button size="sm" variant="quiet">
          <Bookmark aria-hidden />
          {strings.save}
        </Button>
      }
    >
      <ActionForm
        action={save}
        read={(entered) => ({ slug, name: String(entered.get("name")), choice })}
        onDone={() => setOpen(false)}
      >
        <Field label={strings.name} name="name" required>
          <Input name="name" maxLength={60} autoComplete="off" />
        </Field>
        <SubmitButton className="justify-self-end">{strings.save}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

function ChangeView({ slug, view, actions }: { slug: string; view: SavedView; actions: ViewActions }) {
  const [open, setOpen] = useState(false);
  const close = { onDone: () => setOpen(false) };
  const drop = useAction(actions.drop, close);
  const setDefault = useAction(actions.setDefault, close);
  const { id, name, isDefault } = view;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={strings.manage(name)}
      trigger={
        <Button size="sm" variant="quiet">
          {strings.manage(name)}
        </Button>
      }
    >
      <ActionForm
        action={actions.rename}
        read={(entered) => ({ slug, id, name: String(entered.get("name")) })}
        onDone={() => setOpen(false)}
      >
        <Field label={strings.name} name="name" required>
          <Input name="name" defaultValue={name} maxLength={60} autoComplete="off" />
        </Field>
        <div className="flex flex-wrap gap-2.5">
          <Button busy={drop.busy} onClick={() => drop.run({ slug, id })}>
            {strings.drop}
          </Button>
          <Button busy={setDefault.busy} onClick={() => setDefault.run({ slug, id: isDefault ? null : id })}>
            {isDefault ? strings.noDefault : strings.makeDefault}
          </Button>
          <SubmitButton className="ml-auto">{strings.rename}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
