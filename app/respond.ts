import { type RefusalCode, Refused } from "#lib/domain/errors.ts";
import { requireReadableAddress } from "#lib/server/access/readable-address.ts";
import { requireSameOrigin } from "#lib/server/access/same-origin.ts";
import { SignInRequired } from "#lib/server/access/sign-in-required.ts";
import { env } from "#lib/server/env.ts";

const statuses: Record<RefusalCode, number> = {
  invalid: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unavailable: 503,
};

/**
 * Answers a route handler: refuses what another site sent, runs the work, and turns a refusal into JSON
 * `{error: {code, message, detail?}}` with its status (401 where nobody is signed in). Bugs stay thrown: a plain 500.
 *
 * ```ts
 * export const POST = (request: Request) => respond(request, async () => Response.json(await save(…)));
 * ```
 */
export async function respond(request: Request, run: () => Promise<Response>): Promise<Response> {
  try {
    requireSameOrigin(request, env.url);
    requireReadableAddress(request.url);
    return await run();
  } catch (error) {
    if (error instanceof SignInRequired) return refusal(401, "sign_in", error.message);
    if (error instanceof Refused) {
      return refusal(statuses[error.code], error.code, error.message, error.detail);
    }
    throw error;
  }
}

function refusal(status: number, code: string, message: string, detail?: unknown): Response {
  return Response.json(
    { error: { code, message, detail } },
    { status, headers: { "cache-control": "private, no-store" } },
  );
}
