import { APIError } from "better-auth/api";
import { z } from "zod";
import { Refused } from "#lib/domain/errors.ts";
import { peopleStrings } from "#lib/domain/strings/people.ts";
import { actorOf } from "#lib/server/access/actor-of.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { freeClaims } from "#lib/server/reviews/give-back.ts";
import { auth } from "./auth.ts";

/** What the sign-in form sends. */
export const Credentials = z.object({
  email: z.string().trim().toLowerCase().min(1, peopleStrings.emailMissing),
  password: z.string().min(1, peopleStrings.passwordMissing),
});

/**
 * Signs in by e-mail address and password: a new session, whatever cookie came along, in the place of the
 * session this browser had. In a Next.js request the cookie is set by itself.
 *
 * @returns the headers that set the cookie
 * @throws Refused `invalid` in the same words for an unknown address, a wrong password and a deactivated
 * account; `unavailable` after too many tries
 */
export async function signIn(
  credentials: z.output<typeof Credentials>,
  requestHeaders: Headers,
): Promise<Headers> {
  try {
    return await replacingSession(requestHeaders, () =>
      auth().api.signInEmail({ body: credentials, headers: requestHeaders, returnHeaders: true }),
    );
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    if (error.status === "TOO_MANY_REQUESTS") throw new Refused("unavailable", error.message);
    throw new Refused("invalid", peopleStrings.notSignedIn);
  }
}

/**
 * Signs in a person who has proved who they are by other means: a one-time link, an invitation.
 *
 * @returns the headers that set the cookie
 */
export async function enter(userId: string, requestHeaders: Headers): Promise<Headers> {
  return replacingSession(requestHeaders, () =>
    auth().api.startSession({ body: { userId }, headers: requestHeaders, returnHeaders: true }),
  );
}

/** Signs this browser out: its session is gone for good, and what its person had claimed comes free. */
export async function signOut(requestHeaders: Headers): Promise<void> {
  const actor = await actorOf(requestHeaders);
  await auth().api.signOut({ headers: requestHeaders });
  if (actor) {
    await appendAudit(db, { actor, action: "person.sign_out", objectKind: "person", objectId: actor.userId });
    await freeClaims({ userId: actor.userId });
  }
}

/** Starts a session and ends the one this browser had before, which nobody could reach any more. */
async function replacingSession(
  requestHeaders: Headers,
  start: () => Promise<{ headers: Headers; response: { user: { id: string } } }>,
): Promise<Headers> {
  const before = await auth().api.getSession({ headers: requestHeaders });
  const { headers, response } = await start();
  if (before) await db.session.deleteMany({ where: { id: before.session.id } });
  const userId = response.user.id;
  const actor = { kind: "person" as const, userId };
  await appendAudit(db, { actor, action: "person.sign_in", objectKind: "person", objectId: userId });
  return headers;
}
