import type { NavGroup } from "#components/shell/nav.ts";
import type { Actor, ProjectRole } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import { severities } from "#lib/domain/prompt/prompt.ts";
import { queueViews } from "#lib/domain/review/view.ts";
import { paletteStrings as strings } from "#lib/domain/strings/palette.ts";
import { promptStrings } from "#lib/domain/strings/prompts.ts";
import { queueStrings } from "#lib/domain/strings/queue.ts";
import type { Act, ActGroup } from "./act.ts";

type Go = (href: string) => void;

/** The pages of a project, and its lists of records, as far as this person's role opens them. */
export function projectPlaces(
  { actor, role, slug }: { actor: Actor; role: ProjectRole | null; slug: string },
  nav: readonly NavGroup[],
  go: Go,
): ActGroup[] {
  const queue = `/projects/${slug}/review`;
  const mayReview = can(actor, "records.review", role);
  const lists = queueViews.filter((view) =>
    view === "waiting" || view === "mine" ? mayReview : can(actor, "records.read", role),
  );
  return [
    {
      title: strings.goTo,
      acts: nav.flat().map(({ label, href }) => ({ name: label, run: () => go(href) })),
    },
    {
      title: strings.filter,
      acts: [
        ...lists.map((view) => ({
          name: strings.list(queueStrings.views[view]),
          run: () => go(view === "waiting" ? queue : `${queue}?list=${view}`),
        })),
        ...(mayReview ? severities : []).map((severity) => ({
          name: strings.severity(promptStrings.severity[severity]),
          run: () => go(`${queue}?severity=${severity}`),
        })),
      ],
    },
  ];
}

/** Where a number leads that was typed: `12.184` and `i3.184` are records; `12` is a prompt or a run. */
export function placesOfNumber(slug: string, typed: string, go: Go): Act[] {
  const number = typed.trim();
  const base = `/projects/${slug}`;
  if (/^i?\d+\.\d+$/.test(number)) {
    return [{ name: strings.record(number), run: () => go(`${base}/review/${number}`) }];
  }
  if (!/^\d+$/.test(number)) return [];
  return [
    { name: strings.prompt(number), run: () => go(`${base}/prompts/${number}`) },
    { name: strings.run(number), run: () => go(`${base}/runs/${number}`) },
  ];
}
