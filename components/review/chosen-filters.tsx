import { X } from "lucide-react";
import { PageLink } from "#components/ui/page-link.tsx";
import { type QueueChoice, queryOf } from "#lib/domain/review/queue-choice.ts";
import { queueStrings as strings } from "#lib/domain/strings/queue.ts";
import { filterWords } from "./filter-words.ts";

type ChosenFiltersProps = { choice: QueueChoice; base: string };

/** The filters that are set, each a link to the list without it. */
export function ChosenFilters({ choice, base }: ChosenFiltersProps) {
  const chosen = filterWords(choice.filter);
  if (chosen.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {chosen.map(({ name, words }) => (
        <li key={name}>
          <PageLink
            href={`${base}?${new URLSearchParams(queryOf({ ...choice, filter: { ...choice.filter, [name]: undefined } }))}`}
            className="inline-flex min-h-6 items-center gap-1 rounded-chip border border-line-strong px-1.75 text-xs text-ink-2 hover:border-accent hover:text-accent"
          >
            <span className="wrap-anywhere">{words}</span>
            <X aria-hidden className="size-3 shrink-0" />
            <span className="sr-only">{strings.withoutFilter(strings.filters[name])}</span>
          </PageLink>
        </li>
      ))}
    </ul>
  );
}
