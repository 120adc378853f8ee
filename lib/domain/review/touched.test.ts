import { expect, test } from "vitest";
import { emptyDraft, type ReviewDraft } from "./draft.ts";
import { touchedBetween } from "./touched.ts";

const added = { key: "+1", after: "a", text: "So it is fine.", clauses: [], from: [] };
const touched = (one: Partial<ReviewDraft>, other: Partial<ReviewDraft> = {}) =>
  touchedBetween({ ...emptyDraft, ...one }, { ...emptyDraft, ...other });
const thoughts = (...drafts: Parameters<typeof touched>) => [...touched(...drafts).thoughts].sort();

test("thoughts are touched that are labelled, written, made, removed or brought back", () => {
  expect(thoughts({ labels: { a: "sound", b: "sound" } }, { labels: { a: "sound" } })).toEqual(["b"]);
  expect(thoughts({ labels: { a: "sound" } }, { labels: { a: "deceptive" } })).toEqual(["a"]);
  expect(thoughts({}, { edits: { a: { text: "No." } } })).toEqual(["a"]);
  expect(thoughts({ added: [added] }, { added: [{ ...added, clauses: ["1.1"] }] })).toEqual(["+1"]);
  expect(thoughts({ removed: ["a", "b"] }, { removed: ["b"], restored: ["c"] })).toEqual(["a", "c"]);
});

test("what says the same or only stands elsewhere is not touched", () => {
  expect(thoughts({ added: [added] }, { added: [{ ...added, after: null }], order: ["b", "a"] })).toEqual([]);
  expect(thoughts({ edits: { a: { text: "x" } } }, { edits: { a: { text: "x" } } })).toEqual([]);
});

test("the response and the scores are told apart from thoughts", () => {
  expect(touched({ response: "No." })).toMatchObject({ response: true, dimensions: [] });
  expect(touched({ disposition: "refuse" })).toMatchObject({ response: true });
  expect(touched({ scores: { relevance: 3 } })).toMatchObject({ response: false, dimensions: ["relevance"] });
});
