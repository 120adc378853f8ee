import { z } from "zod";
import { peopleStrings } from "#lib/domain/strings/people.ts";
import { NewPassword } from "./password.ts";
import { Email, PersonName } from "./person.ts";

/** Roles in a project, in the order people choose from. */
export const projectRoles = ["annotator", "lead", "reader"] as const;

/** How long an invitation may be open, in days. */
export const invitationDays = [1, 7, 30] as const;

/** An invitation into a project, as an admin of the installation, both, or to an account only. */
export const NewInvitation = z
  .object({
    /** Whom it is for: fills in the form and tells invitations apart. Not a condition, since nothing is mailed. */
    email: z.union([z.literal("").transform(() => undefined), Email]),
    days: z.coerce
      .number()
      .refine((days) => (invitationDays as readonly number[]).includes(days), peopleStrings.daysOutOfRange),
    /** Of the project; empty for none. */
    slug: z.string(),
    role: z.enum(projectRoles).optional(),
    isAdmin: z.boolean(),
  })
  .refine(({ slug, role }) => slug === "" || role, { path: ["role"], error: peopleStrings.roleMissing });

/** What someone fills in who has no account yet. */
export const NewAccount = z.object({
  token: z.string(),
  name: PersonName,
  email: Email,
  password: NewPassword,
});

/** Where an invitation stands. */
export type InvitationState = "open" | "accepted" | "revoked" | "expired";

/** What became of an invitation: the first thing that happened to it counts. */
export function invitationState(
  invitation: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (invitation.acceptedAt) return "accepted";
  if (invitation.revokedAt) return "revoked";
  return invitation.expiresAt <= now ? "expired" : "open";
}
