import {
  BookOpenText,
  ChartNoAxesColumn,
  Columns2,
  Database,
  Eye,
  FileText,
  History,
  House,
  Inbox,
  type LucideIcon,
  MessagesSquare,
  NotebookPen,
  Plug,
  Scale,
  ScrollText,
  Settings,
  SquareCheckBig,
  Users,
  Workflow,
} from "lucide-react";
import type { Actor, ProjectAction, ProjectRole } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import { exposureStrings } from "#lib/domain/strings/exposure.ts";
import { inboxStrings } from "#lib/domain/strings/inbox.ts";
import { pairStrings } from "#lib/domain/strings/pairs.ts";
import { shellStrings as strings } from "#lib/domain/strings/shell.ts";

export type NavItem = {
  href: string;
  label: string;
  Icon: LucideIcon;
  count?: number;
  /** What a count says to those who do not see it. */
  said?: (count: number) => string;
};

/** What stands together in the navigation, in order. */
export type NavGroup = readonly NavItem[];

/** How much waits, shown on the pages where it is taken up. */
export type Waiting = {
  /** Records that this person could take up now; 0 for those who do not review. */
  forMe: number;
  /** Pairs that this person could judge now; 0 for those who do not review. */
  pairs: number;
  /** Records whose reviews differ; 0 for those who do not decide. */
  toAdjudicate: number;
  /** What is new in the inbox. */
  unread: number;
};

type Entry = readonly [path: string, label: string, Icon: LucideIcon, action: ProjectAction];

/** A project's pages: first the way of a prompt into a data set, then what it is judged by. */
const projectEntries: readonly (readonly Entry[])[] = [
  [["", strings.home, House, "project.read"]],
  [
    ["/prompts", strings.prompts, FileText, "prompts.read"],
    ["/runs", strings.runs, MessagesSquare, "runs.read"],
    ["/review", strings.review, SquareCheckBig, "records.review"],
    ["/inbox", inboxStrings.title, Inbox, "records.review"],
    ["/my-work", strings.myWork, History, "records.review"],
    ["/exposure", exposureStrings.title, Eye, "records.review"],
    ["/adjudication", strings.adjudication, Scale, "records.adjudicate"],
    ["/pairs", pairStrings.title, Columns2, "project.read"],
    ["/data-sets", strings.dataSets, Database, "dataSets.read"],
    ["/insights", strings.insights, ChartNoAxesColumn, "records.read"],
  ],
  [
    ["/recipes", strings.recipes, Workflow, "recipes.read"],
    ["/policies", strings.policies, ScrollText, "policies.read"],
    ["/guidelines", strings.guidelines, BookOpenText, "policies.read"],
  ],
  [["/settings", strings.settings, Settings, "project.configure"]],
];

/** What a count says, where it is not one of records. */
const said: Record<string, NavItem["said"]> = {
  "/inbox": inboxStrings.unread,
  "/pairs": pairStrings.waiting,
};

/** The pages of a project that this person's role opens. Hiding is a courtesy; the lock is on the server. */
export function projectNav(
  actor: Actor,
  role: ProjectRole | null,
  slug: string,
  waiting: Waiting,
): readonly NavGroup[] {
  const counts: Record<string, number> = {
    "/review": waiting.forMe,
    "/inbox": waiting.unread,
    "/adjudication": waiting.toAdjudicate,
    "/pairs": waiting.pairs,
  };
  return projectEntries
    .map((entries) =>
      entries
        .filter(([, , , action]) => can(actor, action, role))
        .map(([path, label, Icon]) => ({
          href: `/projects/${slug}${path}`,
          label,
          Icon,
          count: counts[path] || undefined,
          said: said[path],
        })),
    )
    .filter((group) => group.length > 0);
}

export const adminNav: readonly NavGroup[] = [
  [
    { href: "/admin/endpoints", label: strings.endpoints, Icon: Plug },
    { href: "/admin/people", label: strings.people, Icon: Users },
    { href: "/admin/audit", label: strings.audit, Icon: NotebookPen },
  ],
];

/** The item a page belongs to: the one whose address is the longest start of the page's. */
export function currentItem(groups: readonly NavGroup[], pathname: string): NavItem | undefined {
  const path = pathname.replace(/\/imports(\/|$)/, "/prompts$1");
  return groups
    .flat()
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .reduce<NavItem | undefined>(
      (best, item) => (best && best.href.length > item.href.length ? best : item),
      undefined,
    );
}
