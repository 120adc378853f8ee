import type { Actor } from "#lib/domain/access/actions.ts";
import { authorizeInstallation } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import type { ActorKind, AuditEvent, Prisma } from "#prisma/generated/client.ts";

/** An event of the audit log with the names behind its ids. */
export type AuditRow = {
  id: string;
  at: Date;
  actorKind: ActorKind;
  /** Null for the operator and the program itself. */
  actorName: string | null;
  action: string;
  objectKind: string;
  /** Where the object is a person or a project. */
  objectName: string | null;
  projectName: string | null;
  reason: string | null;
  detail: Record<string, unknown>;
};

export type AuditPage = {
  rows: AuditRow[] /** Id to read on from; null at the end. */;
  older: string | null;
};

/** How many events a page holds. */
const pageLength = 50;

/**
 * A page of the audit log, newest first: of the whole installation, or of one project for its leads.
 *
 * @param filter.slug only what concerns this project
 * @param filter.about first word of the action: `person`, `run`, …
 * @param filter.before id of the last event of the page before
 * @throws Refused `not_found`, `forbidden`
 */
export async function listAudit(
  actor: Actor,
  filter: { slug?: string; about?: string; before?: string },
): Promise<AuditPage> {
  const where: Prisma.AuditEventWhereInput = {
    ...(await scopeOf(actor, filter.slug)),
    ...(filter.about && { action: { startsWith: `${filter.about}.` } }),
    ...(filter.before && { id: { lt: filter.before } }),
  };
  const events = await db.auditEvent.findMany({ where, orderBy: { id: "desc" }, take: pageLength + 1 });
  const shown = events.slice(0, pageLength);
  return {
    rows: await withNames(shown),
    older: events.length > pageLength ? (shown.at(-1)?.id ?? null) : null,
  };
}

async function scopeOf(actor: Actor, slug: string | undefined): Promise<Prisma.AuditEventWhereInput> {
  if (slug === undefined) {
    authorizeInstallation(actor, "audit.readAll");
    return {};
  }
  const { project } = await requireProject(actor, slug, "audit.read");
  return { projectId: project.id };
}

async function withNames(events: AuditEvent[]): Promise<AuditRow[]> {
  const about = (kind: string) =>
    events.filter((event) => event.objectKind === kind).map((event) => event.objectId);
  const [people, projects] = await Promise.all([
    namesOf([...events.map((event) => event.actorId), ...about("person")], (ids) =>
      db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
    ),
    namesOf([...events.map((event) => event.projectId), ...about("project")], (ids) =>
      db.project.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
    ),
  ]);
  return events.map(
    ({ id, at, actorKind, actorId, action, objectKind, objectId, projectId, reason, detail }) => ({
      id,
      at,
      actorKind,
      actorName: people.get(actorId ?? "") ?? null,
      action,
      objectKind,
      objectName: people.get(objectId ?? "") ?? projects.get(objectId ?? "") ?? null,
      projectName: projects.get(projectId ?? "") ?? null,
      reason,
      detail: isObject(detail) ? detail : {},
    }),
  );
}

async function namesOf(
  ids: (string | null)[],
  find: (ids: string[]) => Promise<{ id: string; name: string }[]>,
): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const found = known.length > 0 ? await find(known) : [];
  return new Map(found.map(({ id, name }) => [id, name]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
