import { checkHealth } from "#lib/server/health.ts";

export const dynamic = "force-dynamic";

/** 200 while the product can work, 503 with the reason while it cannot. Open to everyone: it tells nothing else. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
