import { describe, expect, test } from "vitest";
import { type RefusalCode, Refused } from "#lib/domain/errors.ts";
import { SignInRequired } from "#lib/server/access/sign-in-required.ts";
import { respond } from "./respond.ts";

const request = new Request("http://127.0.0.1:3000/api/projects/support/runs");

function refusing(error: Error): Promise<Response> {
  return respond(request, async () => {
    throw error;
  });
}

describe("a route handler", () => {
  test.each<[RefusalCode, number]>([
    ["invalid", 400],
    ["forbidden", 403],
    ["not_found", 404],
    ["conflict", 409],
    ["too_large", 413],
    ["unavailable", 503],
  ])("answers %s with %i and the sentence", async (code, status) => {
    const answer = await refusing(new Refused(code, "Say why."));
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error: { code, message: "Say why." } });
  });

  test("answers 400 where the address holds what no text can", async () => {
    expect((await respond(new Request(`${request.url}%00`), async () => new Response())).status).toBe(400);
  });

  test("answers 401 where nobody is signed in", async () => {
    expect((await refusing(new SignInRequired())).status).toBe(401);
  });

  test("leaves a bug thrown", async () => {
    await expect(refusing(new Error("a bug"))).rejects.toThrow("a bug");
  });

  test("does not even begin what another site sent", async () => {
    let begun = false;
    const posted = new Request(request.url, { method: "POST", headers: { origin: "https://evil.example" } });
    const answer = await respond(posted, async () => {
      begun = true;
      return new Response();
    });
    expect([answer.status, begun]).toEqual([403, false]);
  });
});
