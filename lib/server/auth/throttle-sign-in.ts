import { APIError, createAuthMiddleware } from "better-auth/api";
import { peopleStrings } from "#lib/domain/strings/people.ts";
import { env } from "#lib/server/env.ts";
import { clientAddress } from "./client-address.ts";
import { sharedThrottle } from "./throttle.ts";

const windowMs = 15 * 60_000;

/** Guessing one password. Per address too, so that a stranger cannot lock somebody else out from afar. */
const perAccount = sharedThrottle("sign-in per account", { max: 10, windowMs });
/** Trying one password on many accounts. */
const perAddress = sharedThrottle("sign-in per address", { max: 200, windowMs });

/**
 * better-auth plugin: wrong passwords are counted per account and address, and per address. Counting comes
 * before checking, so that many tries at once cannot slip through together.
 */
export const throttleSignIn = {
  id: "throttle-sign-in" as const,
  hooks: {
    before: [
      {
        matcher: isSignIn,
        handler: createAuthMiddleware(async (context) => {
          const { account, address } = keysOf(context);
          const now = Date.now();
          const waitMs = perAccount.take(account, now) || perAddress.take(address, now);
          if (waitMs > 0) {
            const message = peopleStrings.tooManyTries(Math.ceil(waitMs / 60_000));
            throw new APIError(
              "TOO_MANY_REQUESTS",
              { message },
              { "retry-after": String(Math.ceil(waitMs / 1000)) },
            );
          }
        }),
      },
    ],
    after: [
      {
        matcher: isSignIn,
        handler: createAuthMiddleware(async (context) => {
          if (context.context.returned instanceof Error) return;
          const { account, address } = keysOf(context);
          perAccount.forget(account);
          perAddress.giveBack(address);
        }),
      },
    ],
  },
};

function isSignIn(context: { path?: string }): boolean {
  return context.path === "/sign-in/email";
}

function keysOf(context: { body?: { email?: unknown }; headers?: Headers }): {
  account: string;
  address: string;
} {
  const address = clientAddress(context.headers ?? new Headers(), env.proxies);
  return { address, account: `${String(context.body?.email).trim().toLowerCase()} ${address}` };
}
