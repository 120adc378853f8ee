import { z } from "zod";
import { auditStrings } from "#lib/domain/strings/audit.ts";

/** What the address of an audit page asks for; whatever else stands there counts as nothing. */
export const AuditQuery = z.object({
  /** First word of the actions to show; empty for all. */
  about: z
    .string()
    .refine((about) => Object.hasOwn(auditStrings.subjects, about))
    .catch(""),
  /** Id of the last event of the page before. */
  before: z.uuid().optional().catch(undefined),
});
