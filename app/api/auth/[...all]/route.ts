import { auth } from "#lib/server/auth/auth.ts";

/** All that may be asked of better-auth over HTTP. The rest of it is not for the network. */
const open = new Set(["POST /api/auth/sign-in/email", "POST /api/auth/sign-out"]);

function answer(request: Request): Promise<Response> | Response {
  const { pathname } = new URL(request.url);
  if (open.has(`${request.method} ${pathname}`)) return auth().handler(request);
  return new Response(null, { status: 404 });
}

export { answer as GET, answer as POST };
