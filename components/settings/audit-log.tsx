import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { auditStrings as strings } from "#lib/domain/strings/audit.ts";
import { AuditFilter } from "./audit-filter.tsx";
import { type AuditEvent, AuditTable } from "./audit-table.tsx";

type AuditLogProps = {
  path: string;
  query: { about: string; before?: string };
  events: readonly AuditEvent[];
  /** Id to read on from. */
  older: string | null;
  showProject?: boolean;
};

/** A page of the audit log with its filter and the way to older pages. */
export function AuditLog({ path, query, events, older, showProject }: AuditLogProps) {
  const address = (before?: string) => {
    const search = new URLSearchParams({
      ...(query.about && { about: query.about }),
      ...(before && { before }),
    });
    return search.size > 0 ? `${path}?${search}` : path;
  };
  return (
    <>
      <AuditFilter path={path} about={query.about} />
      {events.length > 0 ? (
        <AuditTable events={events} showProject={showProject} />
      ) : (
        <EmptyState title={strings.none}>{strings.noneHint}</EmptyState>
      )}
      <Pager newer={query.before ? address() : null} older={older && address(older)} />
    </>
  );
}
