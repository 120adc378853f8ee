import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { AuditLog } from "#components/settings/audit-log.tsx";
import { WidePage } from "#components/shell/page-layout.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { AuditQuery } from "#lib/domain/people/audit-query.ts";
import { auditStrings as strings } from "#lib/domain/strings/audit.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { listAudit } from "#lib/server/audit/list.ts";

export const metadata: Metadata = { title: strings.title };

type AuditPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const query = AuditQuery.parse(await searchParams);
  const actor = await requireActor();
  const { rows, older } = await load(() => listAudit(actor, query));
  return (
    <WidePage>
      <PageHeader title={strings.title} description={strings.description} />
      <AuditLog path="/admin/audit" query={query} events={rows} older={older} showProject />
    </WidePage>
  );
}
