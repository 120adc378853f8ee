"use client";

import { useState } from "react";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { Planting, PlantSource } from "#lib/domain/insights/planted.ts";
import { commonStrings } from "#lib/domain/strings/common.ts";
import { insightStrings } from "#lib/domain/strings/insights.ts";

const strings = insightStrings.planted;

type SourceFormProps = { slug: string; choose: ServerAction<{ slug: string; ref: string }, unknown> };

/** Which record to plant a copy of. */
export function SourceForm({ slug, choose }: SourceFormProps) {
  return (
    <ActionForm
      action={choose}
      className="max-w-md"
      read={(entered) => ({ slug, ref: String(entered.get("ref")) })}
    >
      <Field label={strings.ref} name="ref" hint={strings.refHint}>
        <Input autoComplete="off" className="max-w-40" />
      </Field>
      <SubmitButton className="justify-self-start">{strings.choose}</SubmitButton>
    </ActionForm>
  );
}

type PlantFormProps = {
  slug: string;
  source: PlantSource;
  plant: ServerAction<Planting & { slug: string }, unknown>;
};

/** The flaw, written into a thought; a rejected record needs none. */
export function PlantForm({ slug, source, plant }: PlantFormProps) {
  const { ref, needsFlaw, prompt, thoughts } = source;
  const [thoughtId, setThoughtId] = useState(needsFlaw ? (thoughts[0]?.id ?? "") : "");
  const chosen = thoughts.find(({ id }) => id === thoughtId);
  return (
    <ActionForm
      action={plant}
      read={(entered) => ({
        slug,
        ref,
        flaw: chosen ? { thoughtId, text: String(entered.get("text")) } : null,
      })}
    >
      <p className="text-sm">
        <span className="mr-2 text-xs text-ink-3">{ref}</span>
        <span dir="auto" className="font-read">
          {prompt}
        </span>
      </p>
      {needsFlaw ? (
        <>
          <Field label={strings.flawIn} name="flaw" group>
            <RadioGroup
              name="thought"
              value={thoughtId}
              onValueChange={setThoughtId}
              options={thoughts.map(({ id, text }) => ({
                value: id,
                label: (
                  <span dir="auto" className="font-read">
                    {text}
                  </span>
                ),
              }))}
            />
          </Field>
          <Field label={strings.flawText} name="flaw.text">
            <Textarea key={thoughtId} name="text" voice="read" dir="auto" defaultValue={chosen?.text} />
          </Field>
        </>
      ) : (
        <p className="text-sm text-ink-2">{strings.asItIs(ref)}</p>
      )}
      <div className="flex flex-wrap gap-2.5">
        <SubmitButton>{strings.confirm}</SubmitButton>
        <LinkButton href={`/projects/${slug}/insights/planted`}>{commonStrings.cancel}</LinkButton>
      </div>
    </ActionForm>
  );
}
