"use client";

import { useTransition } from "react";
import { Severity } from "#components/prompts/severity.tsx";
import { ReadingPage } from "#components/shell/page-layout.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { HeldBecause } from "#lib/domain/exposure/held.ts";
import type { Severity as Level } from "#lib/domain/prompt/prompt.ts";
import { exposureStrings } from "#lib/domain/strings/exposure.ts";

const { held: strings } = exposureStrings;

type HeldBackProps = {
  held: { because: HeldBecause; severity: Level };
  slug: string;
  /** Ref of the record that is held back. */
  past: string;
  next: ServerAction<{ slug: string; past: string | null }, unknown>;
};

/** In place of a record that is not given to this person today: why, and what they can still do. */
export function HeldBack({ held: { because, severity }, slug, past, next }: HeldBackProps) {
  const [busy, startTransition] = useTransition();
  return (
    <ReadingPage>
      <PageHeader title={strings.title[because]} />
      <p className="mb-4">
        <Severity level={severity} full />
      </p>
      <p className="max-w-[60ch] text-md text-ink-2">{strings[because]}</p>
      <div className="mt-6 flex flex-wrap gap-2.5">
        <Button
          variant="primary"
          busy={busy}
          onClick={() =>
            startTransition(async () => {
              await next({ slug, past });
            })
          }
        >
          {strings.milder}
        </Button>
        <LinkButton href={`/projects/${slug}/exposure`}>{strings.choices}</LinkButton>
      </div>
    </ReadingPage>
  );
}
