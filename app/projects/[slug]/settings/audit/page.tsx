import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { AuditLog } from "#components/settings/audit-log.tsx";
import { AuditQuery } from "#lib/domain/people/audit-query.ts";
import { auditStrings as strings } from "#lib/domain/strings/audit.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { listAudit } from "#lib/server/audit/list.ts";

export const metadata: Metadata = { title: strings.title };

type AuditPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ProjectAuditPage({ params, searchParams }: AuditPageProps) {
  const { slug } = await params;
  const query = AuditQuery.parse(await searchParams);
  const actor = await requireActor();
  const { rows, older } = await load(() => listAudit(actor, { slug, ...query }));
  return <AuditLog path={`/projects/${slug}/settings/audit`} query={query} events={rows} older={older} />;
}
