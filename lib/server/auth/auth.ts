import { BASE_ERROR_CODES, betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";
import { nextCookies } from "better-auth/next-js";
import { passwordLength } from "#lib/domain/people/password.ts";
import { db } from "#lib/server/database/client.ts";
import { env } from "#lib/server/env.ts";
import { log } from "#lib/server/log.ts";
import { secretFor } from "#lib/server/secret.ts";
import { sessionDays, startSession } from "./start-session.ts";
import { throttleSignIn } from "./throttle-sign-in.ts";

let made: ReturnType<typeof create> | undefined;

/**
 * The one instance of better-auth: hashed passwords, sessions and their signed cookies. Made on first use,
 * since a build imports this module without having a secret.
 *
 * What it deliberately does not do: nobody signs up by themselves (people come by invitation), sessions are
 * not cached in cookies (each request reads the database), nothing is sent anywhere.
 */
export function auth(): ReturnType<typeof create> {
  made ??= create();
  return made;
}

function create() {
  return betterAuth({
    appName: "Colloquy",
    baseURL: env.url,
    secret: secretFor("sessions"),
    database: prismaAdapter(db, { provider: "postgresql" }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    user: {
      additionalFields: {
        role: { type: "string", required: false, input: false },
        banned: { type: "boolean", required: false, input: false },
      },
    },
    // A deactivated person gets no session, by whatever way they come; `actorOf` ends those they have.
    databaseHooks: { session: { create: { before: refuseDeactivated } } },
    // No sliding renewal: a read never writes, and a page cannot set cookies while it renders.
    session: {
      expiresIn: sessionDays * 86_400,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    advanced: {
      cookiePrefix: "colloquy",
      ...cookiesFor(env.url),
      database: { generateId: false, joins: true },
      ipAddress: { disableIpTracking: true },
    },
    // Ours counts failures per account and address instead; see throttle-sign-in.ts.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { log: (level, message) => log[level](`better-auth: ${message}`) },
    plugins: [startSession, throttleSignIn, nextCookies()],
  });
}

/** In the words of a wrong password, so that nothing is learnt from the difference. */
async function refuseDeactivated({ userId }: { userId: string }): Promise<void> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { banned: true } });
  if (user?.banned !== false) throw APIError.from("UNAUTHORIZED", BASE_ERROR_CODES.INVALID_EMAIL_OR_PASSWORD);
}

/**
 * Over HTTPS the session's cookie is bound to this very host by its prefix, which no neighbouring host and no
 * page on plain HTTP can set.
 */
export function cookiesFor(url: string) {
  if (!url.startsWith("https://")) return { useSecureCookies: false };
  const session = { name: "__Host-colloquy.session_token", attributes: { secure: true, path: "/" } };
  // The library's own switch would put another prefix in front.
  return {
    useSecureCookies: false,
    defaultCookieAttributes: { secure: true },
    cookies: { session_token: session },
  };
}
