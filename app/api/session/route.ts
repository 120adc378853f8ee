import { respond } from "#app/respond.ts";
import { Refused } from "#lib/domain/errors.ts";
import { commonStrings } from "#lib/domain/strings/common.ts";
import { Credentials, signIn } from "#lib/server/auth/sign-in.ts";

/**
 * Signs in over a page that stays as it is. A request and not an action: an action would draw the page anew as
 * whoever sent it, who was nobody yet.
 */
export const POST = (request: Request) =>
  respond(request, async () => {
    const credentials = Credentials.safeParse(await request.json().catch(() => null));
    if (!credentials.success) throw new Refused("invalid", commonStrings.checkFields);
    await signIn(credentials.data, request.headers);
    return new Response(null, { status: 204 });
  });
