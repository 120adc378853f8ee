import { cx } from "#components/ui/cx.ts";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import { auditStrings as strings } from "#lib/domain/strings/audit.ts";

/** An event of the audit log. */
export type AuditEvent = {
  id: string;
  at: Date;
  actorKind: "person" | "operator" | "system";
  actorName: string | null;
  action: string;
  objectName: string | null;
  projectName: string | null;
  reason: string | null;
  detail: Record<string, unknown>;
};

type AuditTableProps = {
  events: readonly AuditEvent[];
  /** Whether the rows name their projects. */
  showProject?: boolean;
};

/** Events, newest first. */
export function AuditTable({ events, showProject = false }: AuditTableProps) {
  return (
    <Table label={strings.title}>
      <TableHead>
        <HeaderCell>{strings.when}</HeaderCell>
        <HeaderCell>{strings.what}</HeaderCell>
        {showProject && <HeaderCell>{strings.where}</HeaderCell>}
        <HeaderCell>{strings.facts}</HeaderCell>
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <Row key={event.id}>
            <Cell className="text-ink-3">
              <Time value={event.at} />
            </Cell>
            <Cell>
              <Sentence event={event} />
            </Cell>
            {showProject && (
              <Cell label={strings.where} className={cx("text-ink-2", !event.projectName && "max-sm:hidden")}>
                {event.projectName ?? "–"}
              </Cell>
            )}
            <Cell className="text-xs text-ink-3 wrap-anywhere">
              {event.reason && <p className="text-sm text-ink">{event.reason}</p>}
              {factsOf(event.detail)}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

/** Who did what to what, to be read in one go. */
function Sentence({ event }: { event: AuditEvent }) {
  return (
    <>
      <span className="font-medium">{actorOf(event)}</span>{" "}
      {strings.actions[event.action] ?? <code className="font-mono text-xs">{event.action}</code>}
      {event.objectName && event.objectName !== event.actorName && (
        <span className="font-medium"> {event.objectName}</span>
      )}
    </>
  );
}

function actorOf({ actorKind, actorName }: AuditEvent): string {
  return actorKind === "person" ? (actorName ?? strings.former) : strings[actorKind];
}

function factsOf(detail: Record<string, unknown>): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== false && value !== "" && !isEmptyList(value))
    .map(([name, value]) => (value === true ? name : `${name} ${format(value)}`))
    .join(" · ");
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

function format(value: unknown): string {
  if (Array.isArray(value) && value.every((one) => typeof one !== "object")) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
