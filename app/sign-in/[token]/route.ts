import { redirect } from "next/navigation";
import { redeemFirstSignIn } from "#lib/server/auth/first-sign-in.ts";
import { enter } from "#lib/server/auth/sign-in.ts";

type Context = { params: Promise<{ token: string }> };

/** The one-time link of the first admin, as the terminal prints it. Whoever is signed in here is signed out. */
export async function GET(request: Request, { params }: Context): Promise<never> {
  const { token } = await params;
  const redeemed = await redeemFirstSignIn(token);
  if (!redeemed) redirect("/sign-in?link=used");
  await enter(redeemed.userId, request.headers);
  redirect("/");
}

/** Previews ask so before anyone has clicked; the link must outlive them. */
export function HEAD(): Response {
  return new Response(null, { status: 204 });
}
