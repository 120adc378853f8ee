import { expect, test } from "vitest";
import { emptyDraft } from "#lib/domain/review/draft.ts";
import { saveResult } from "./save-result.ts";

const saved = {
  version: 3,
  savedAt: "2026-12-01T08:00:00.000Z",
  claim: { until: "2026-12-01T08:20:00.000Z" },
  findings: [{ thoughtId: "t1", detail: { check: "bad_length", characters: 0 } }],
};
const answer = (body: unknown, status = 200) => saveResult(Response.json(body, { status }));
const refusal = (detail?: unknown) => ({ error: { code: "conflict", message: "Saved elsewhere.", detail } });

test("what the server says to a save is taken as it is", async () => {
  expect(await answer(saved)).toEqual({ kind: "saved", saved });
  expect(await answer(refusal(), 413)).toEqual({ kind: "refused", message: "Saved elsewhere." });
  expect(await answer({}, 401)).toEqual({ kind: "signed_out" });
});

test("a conflict shows what is stored, where the server told it", async () => {
  const content = { ...emptyDraft, note: "Written in the other tab." };
  const told = await answer(refusal({ version: 4, savedAt: saved.savedAt, content }), 409);
  expect(told).toMatchObject({ kind: "conflict", stored: { version: 4, content } });
  expect(await answer(refusal(), 409)).toEqual({
    kind: "conflict",
    stored: null,
    message: "Saved elsewhere.",
  });
});

test.each([
  ["a page of a network that wants a sign-in", new Response("<title>Welcome</title>", { status: 200 })],
  ["JSON that is not ours", Response.json({ ok: true })],
  ["a gateway's own refusal", Response.json({ message: "Too large" }, { status: 413 })],
  ["an error page", new Response("Bad gateway", { status: 502 })],
  ["nobody", null],
])("the answer of %s means that nothing is saved yet", async (_, response) => {
  expect(await saveResult(response)).toEqual({ kind: "offline" });
});
