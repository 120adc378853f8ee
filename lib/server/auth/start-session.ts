import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";

/** How long a browser stays signed in, in days. */
export const sessionDays = 30;

/**
 * better-auth plugin for the ways in that need no password: the first sign-in link, an invitation, a reset.
 * `auth().api.startSession({ body: { userId }, headers })` gives the browser a new session and its cookie.
 * It has no path, so nobody can call it over HTTP: whoever calls it has proved who the person is.
 */
export const startSession = {
  id: "start-session" as const,
  endpoints: {
    startSession: createAuthEndpoint.serverOnly(
      { method: "POST", body: z.object({ userId: z.uuid() }) },
      async (context) => {
        const user = await context.context.internalAdapter.findUserById(context.body.userId);
        if (!user) throw new APIError("NOT_FOUND");
        const session = await context.context.internalAdapter.createSession(user.id);
        await setSessionCookie(context, { session, user });
        return context.json({ user: { id: user.id } });
      },
    ),
  },
};
