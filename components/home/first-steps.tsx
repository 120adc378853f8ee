import { ArrowRight, Check } from "lucide-react";
import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Overview } from "#lib/domain/project/home.ts";
import { homeStrings as strings } from "#lib/domain/strings/home.ts";

type Step = keyof Overview["steps"];

/**
 * The way through the product once: watch, fix, approve, export. Goes away when all four are done. Where there is nothing
 * to watch yet, it begins with the import.
 */
export function FirstSteps({
  steps,
  slug,
  watch,
  prompts,
}: {
  steps: Overview["steps"];
  slug: string;
  watch: ReactNode;
  prompts: number;
}) {
  const imports = watch && prompts === 0;
  const places: Record<Step, string | null> = {
    watched: watch ? null : `/projects/${slug}/runs`,
    fixed: `/projects/${slug}/review`,
    approved: `/projects/${slug}/review`,
    released: `/projects/${slug}/data-sets`,
  };
  return (
    <Section title={strings.firstSteps}>
      <ol className="grid gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-2 lg:grid-cols-4">
        {(Object.keys(places) as Step[]).map((step, index) => {
          const place = places[step];
          const { title, text } = strings.steps[step];
          return (
            <li key={step} className="relative flex gap-3 bg-surface p-4 has-[a:hover]:bg-hover">
              <span
                aria-hidden
                className={`grid size-6 shrink-0 place-items-center rounded-full text-xs tabular-nums ${steps[step] ? "bg-ok-soft text-ok" : "border border-line-strong text-ink-2"}`}
              >
                {steps[step] ? <Check className="size-3.5" /> : index + 1}
              </span>
              <div className="min-w-0">
                <p className="font-medium text-sm">
                  {place && !steps[step] ? (
                    <PageLink
                      href={place}
                      className="inline-flex items-center gap-1.5 text-accent after:absolute after:inset-0"
                    >
                      {title}
                      <ArrowRight aria-hidden className="size-3.5" />
                    </PageLink>
                  ) : (
                    title
                  )}
                  {steps[step] ? <span className="sr-only"> ({strings.stepDone})</span> : null}
                </p>
                <p className="mt-0.5 text-ink-2 text-xs">{text}</p>
                {step === "watched" && !steps.watched && watch ? (
                  <div className="mt-2.5">
                    {imports ? (
                      <LinkButton href={`/projects/${slug}/prompts/import`}>{strings.importFirst}</LinkButton>
                    ) : (
                      watch
                    )}
                  </div>
                ) : null}
              </div>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
