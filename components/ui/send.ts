/** Browsers refuse to let a larger body outlive its page. */
const mostKeptAlive = 60_000;

/** Sends JSON in a request that outlives the page; null where the server was not reached. */
export async function send(
  url: string,
  method: "PUT" | "POST" | "DELETE",
  body: string,
): Promise<Response | null> {
  const headers = { "content-type": "application/json" };
  return fetch(url, { method, body, headers, keepalive: body.length < mostKeptAlive }).catch(() => null);
}
