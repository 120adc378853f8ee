import { NextRequest, type NextResponse } from "next/server";
import { describe, expect, test } from "vitest";
import { proxy } from "./proxy.ts";

const origin = "http://127.0.0.1:3000";

function ask(path: string, init: { method?: string; headers?: Record<string, string> } = {}): NextResponse {
  const headers = { host: "127.0.0.1:3000", ...init.headers };
  return proxy(new NextRequest(`${origin}${path}`, { ...init, headers }));
}

/** A header that pages get with the request. */
const passedOn = (answer: NextResponse, name: string) => answer.headers.get(`x-middleware-request-${name}`);

describe("every answer", () => {
  test("forbids scripts without the nonce of this very answer", () => {
    const policies = [ask("/projects"), ask("/projects")].map((answer) =>
      answer.headers.get("content-security-policy"),
    );
    expect(policies[0]).toMatch(/script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic';/);
    expect(policies[0]).not.toMatch(/script-src[^;]*unsafe/);
    expect(policies[0]).not.toBe(policies[1]);
  });

  test("allows no other host to be loaded from, sent to or to frame us", () => {
    const policy = ask("/").headers.get("content-security-policy");
    expect(policy).not.toMatch(/https?:|\*/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
  });

  test("tells the page the nonce that the policy names", () => {
    const answer = ask("/projects");
    expect(answer.headers.get("content-security-policy")).toContain(`'nonce-${passedOn(answer, "x-nonce")}'`);
  });
});

describe("a request that changes something", () => {
  test.each([
    ["from a page of ours passes", { origin }, 200],
    ["from another site is refused", { origin: "https://evil.example" }, 403],
    ["from nowhere is refused", {}, 403],
  ])("%s", (_, headers: Record<string, string>, status) => {
    expect(ask("/projects/support", { method: "POST", headers }).status).toBe(status);
  });
});

test("an address with a character that no text can hold is refused, others with signs are not", () => {
  expect(ask("/projects/sup%00port").status).toBe(400);
  expect(ask("/projects/support/review?text=a%00").status).toBe(400);
  expect(ask("/projects/support/review?text=100%25").status).toBe(200);
});

describe("the way back after signing in", () => {
  test("is told to pages by us, not by the request", () => {
    const answer = ask("/projects/support?x=1&_rsc=1", { headers: { "x-colloquy-page": "/elsewhere" } });
    expect(passedOn(answer, "x-colloquy-page")).toBe("/projects/support?x=1");
    // Asked for its headers alone, a page has a way back as well.
    expect(passedOn(ask("/projects", { method: "HEAD" }), "x-colloquy-page")).toBe("/projects");
    const action = ask("/projects", { method: "POST", headers: { origin, "x-colloquy-page": "/elsewhere" } });
    expect(passedOn(action, "x-colloquy-page")).toBeNull();
  });
});

describe("the project one was in last", () => {
  test.each([
    ["is remembered on a visit", "/projects/support/runs/3", {}, "support"],
    ["is not one that was only prefetched", "/projects/support", { "next-router-prefetch": "1" }, undefined],
    ["is not the list of projects", "/projects", {}, undefined],
    [
      "is not set again while it is the same",
      "/projects/support",
      { cookie: "colloquy_project=support" },
      undefined,
    ],
  ])("%s", (_, path, headers: Record<string, string>, expected) => {
    expect(ask(path, { headers }).cookies.get("colloquy_project")?.value).toBe(expected);
  });
});
