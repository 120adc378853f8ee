import type { Actor, ProjectAction, ProjectRole } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import { Refused } from "#lib/domain/errors.ts";
import { countUnread } from "#lib/domain/inbox/item.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { countDisputes } from "#lib/server/adjudications/list.ts";
import { db } from "#lib/server/database/client.ts";
import { loadInbox } from "#lib/server/inbox/load.ts";
import { countWaitingPairs } from "#lib/server/pairs/claim.ts";
import { waitingFor } from "#lib/server/reviews/waiting.ts";

/** A project as pages and addresses name it. */
export type ProjectHandle = { id: string; name: string; slug: string };

/** What stands around every page of a project. */
export type Shell = {
  project: ProjectHandle;
  /** Null for the operator, who is no member of anything. */
  role: ProjectRole | null;
  /** Records and pairs that this person could take up now, records that wait for a lead, and what is new in the inbox; else 0. */
  waiting: { forMe: number; pairs: number; toAdjudicate: number; unread: number };
  /** Whether any run of the project was made up by a script. */
  synthetic: boolean;
  /** Where the person can switch to, by name. */
  projects: { name: string; slug: string }[];
};

/**
 * Loads a project by its slug and authorizes. An unknown slug and a project of others look the same.
 *
 * @throws Refused `not_found`, or `forbidden` to members whose role does not allow it
 */
export async function requireProject(
  actor: Actor,
  slug: string,
  action: ProjectAction,
): Promise<{ project: ProjectHandle; role: ProjectRole | null }> {
  const project = await db.project.findUnique({
    where: { slug },
    select: { id: true, name: true, slug: true },
  });
  if (!project) throw new Refused("not_found", accessStrings.notFound);
  return { project, role: await authorize(actor, action, { projectId: project.id }) };
}

/**
 * Loads what stands around every page of a project.
 *
 * @throws Refused `not_found`
 */
export async function loadShell(actor: Actor, slug: string): Promise<Shell> {
  const { project, role } = await requireProject(actor, slug, "project.read");
  const isReviewer = actor.kind === "person" && can(actor, "records.review", role);
  const [mine, pairs, toAdjudicate, inbox, synthetic, projects] = await Promise.all([
    isReviewer ? waitingFor(actor, project.id) : null,
    isReviewer ? countWaitingPairs(project.id, actor.userId) : null,
    can(actor, "records.adjudicate", role) ? countDisputes(project.id) : 0,
    isReviewer ? loadInbox(actor, project.id) : null,
    db.run.findFirst({ where: { projectId: project.id, synthetic: true }, select: { id: true } }),
    projectsOf(actor),
  ]);
  const waiting = {
    forMe: mine?.waiting ?? 0,
    pairs: pairs?.waiting ?? 0,
    toAdjudicate,
    unread: inbox ? countUnread(inbox) : 0,
  };
  return { project, role, waiting, synthetic: synthetic !== null, projects };
}

/** The projects a person is a member of, by name; all of them for the operator. */
async function projectsOf(actor: Actor): Promise<{ name: string; slug: string }[]> {
  return db.project.findMany({
    where: actor.kind === "person" ? { memberships: { some: { userId: actor.userId } } } : {},
    select: { name: true, slug: true },
    orderBy: [{ name: "asc" }, { slug: "asc" }],
  });
}
