import { describe, expect, test } from "vitest";
import { assess, everyThought, labelRest } from "./assess.ts";
import { decideReview } from "./decide-review.ts";
import type { ReviewDraft } from "./draft.ts";
import { missingFrom } from "./missing.ts";
import { sayMissing, sayOutcome } from "./sentence.ts";
import { allSound, base, draftWith } from "./testing.ts";

type Row = [sentence: string, draft: Partial<ReviewDraft>, verdicts: string, submits: string];

/** reasoning, response and decision; then what Submit will do, or what is missing. */
const table: Row[] = [
  [
    "nothing follows from nothing",
    {},
    "– right –",
    "Label the thoughts, or say that the reasoning is sound.",
  ],
  [
    "some labels are not all",
    { labels: { "t1.1": "sound" } },
    "– right –",
    "Label thoughts 2 and 3 too, or answer for the rest under Reasoning.",
  ],
  [
    "all sound approves it as it is",
    { labels: allSound },
    "sound right approve",
    "Approves it as it is: 3 thoughts sound, response as it was.",
  ],
  [
    "answering that the reasoning is sound labels the rest",
    { reasoning: "sound" },
    "sound right approve",
    "Approves it as it is: 3 thoughts sound, response as it was.",
  ],
  [
    "a flaw that was mended is fixed",
    { labels: { ...allSound, "t2.1": "policy_inconsistent" }, edits: { "t2.1": { text: "Own machine." } } },
    "fixed right approve",
    "Approves your version: 1 thought fixed (wrong policy), response as it was.",
  ],
  [
    "a change of clauses mends too",
    { labels: { ...allSound, "t2.1": "unsupported" }, edits: { "t2.1": { clauses: [] } } },
    "fixed right approve",
    "Approves your version: 1 thought fixed (unsupported), response as it was.",
  ],
  [
    "a flaw that stands needs a decision",
    { labels: { ...allSound, "t2.1": "deceptive" } },
    "flawed right –",
    "Mend what is flawed, or ask for changes, or reject.",
  ],
  [
    "space at the end mends nothing",
    {
      labels: { ...allSound, "t1.1": "deceptive" },
      edits: { "t1.1": { text: `${base.thoughts[0]?.text} ` } },
    },
    "flawed right –",
    "Mend what is flawed, or ask for changes, or reject.",
  ],
  [
    "removing a flawed thought fixes it",
    { labels: { ...allSound, "t2.1": "redundant" }, removed: ["t2.1"] },
    "fixed right approve",
    "Approves your version: 1 removed (redundant), response as it was.",
  ],
  [
    "what was mended and what was not labelled is not yet approved",
    { labels: { "t2.1": "redundant" }, removed: ["t2.1"] },
    "fixed right approve",
    "Label thoughts 1 and 3 too, or answer for the rest under Reasoning.",
  ],
  [
    "adding and restoring are told",
    {
      labels: allSound,
      restored: ["t1.2"],
      added: [{ key: "+1", after: null, text: "New.", clauses: [], from: [] }],
    },
    "fixed right approve",
    "Approves your version: 1 added, 1 restored, response as it was.",
  ],
  [
    "a changed response is fixed",
    { labels: allSound, response: "Use kill." },
    "sound fixed approve",
    "Approves your version: 3 thoughts sound, response fixed.",
  ],
  [
    "a wrong response is not approved",
    { labels: allSound, responseVerdict: "wrong" },
    "sound wrong –",
    "Mend what is flawed, or ask for changes, or reject.",
  ],
  [
    "what follows can be corrected",
    { labels: { ...allSound, "t2.1": "redundant" }, reasoning: "sound" },
    "sound right approve",
    "Approves it as it is: 1 thought flawed (redundant), 2 thoughts sound, response as it was.",
  ],
  [
    "changes are asked for in words",
    { decision: "request_changes" },
    "– right request_changes",
    "Say in the note what should change.",
  ],
  [
    "asking for changes needs no labels",
    { decision: "request_changes", note: "Cite the clause on privacy.", labels: { "t2.1": "unsupported" } },
    "flawed right request_changes",
    "Asks for changes: 1 thought flawed (unsupported).",
  ],
  [
    "a note alone is enough to ask",
    { decision: "request_changes", note: "Shorter." },
    "– right request_changes",
    "Asks for changes.",
  ],
  [
    "rejecting needs a reason",
    { decision: "reject" },
    "– right reject",
    "Say why: label a thought, mark the response wrong, or write a note.",
  ],
  [
    "a flaw is reason enough",
    { decision: "reject", labels: { "t1.1": "deceptive" }, responseVerdict: "wrong" },
    "flawed wrong reject",
    "Rejects it: 1 thought flawed (deceptive), response wrong.",
  ],
  [
    "an added thought cannot stay empty",
    { labels: allSound, added: [{ key: "+1", after: "t1.1", text: " ", clauses: [], from: [] }] },
    "fixed right approve",
    "Write thought 2, or remove it.",
  ],
  [
    "an empty response is not approved",
    { labels: allSound, response: " " },
    "sound fixed approve",
    "Write a response.",
  ],
];

describe("what follows from a draft", () => {
  test.each(table)("%s", (_, changes, verdicts, submits) => {
    const draft = draftWith(changes);
    const { reasoning, response, decision } = assess(draft, base);
    expect(`${reasoning ?? "–"} ${response} ${decision ?? "–"}`).toBe(verdicts);
    const [missing] = missingFrom(draft, base);
    expect(missing ? sayMissing(missing, draft, base) : sayOutcome(draft, base)).toBe(submits);
  });
});

describe("submitting a draft", () => {
  test("is refused with the first thing that is missing", () => {
    expect(() => decideReview(draftWith({}), base, 2)).toThrow("Label the thoughts");
  });

  test("mints nothing where no text was changed", () => {
    expect(decideReview(draftWith({ labels: allSound }), base, 2).content).toBeNull();
  });

  test("mints the changed text", () => {
    const draft = draftWith({ labels: allSound, response: "Use kill. ", note: " Shorter. " });
    expect(decideReview(draft, base, 2)).toMatchObject({
      decision: "approve",
      responseVerdict: "fixed",
      note: "Shorter.",
      content: { response: "Use kill." },
    });
  });

  test("labels the rest as sound only where the reviewer answered for all", () => {
    const flaw = { "t2.1": "unsupported" } as const;
    const rejected = decideReview(draftWith({ labels: flaw, decision: "reject" }), base, 2);
    expect(rejected.labels).toEqual([{ thoughtId: "t2.1", label: "unsupported" }]);
    const mended = draftWith({ labels: flaw, removed: ["t2.1"], reasoning: "fixed" });
    expect(decideReview(mended, base, 2).labels).toEqual([
      { thoughtId: "t1.1", label: "sound" },
      { thoughtId: "t2.1", label: "unsupported" },
      { thoughtId: "t1.3", label: "sound" },
    ]);
  });
});

describe("where a project stops at the first flaw", () => {
  const rules = { ...everyThought, stopAtFirstFlaw: true };
  const said = (draft: Partial<ReviewDraft>) => {
    const [missing] = missingFrom(draftWith(draft), base, rules);
    return missing ? sayMissing(missing, draftWith(draft), base) : sayOutcome(draftWith(draft), base);
  };

  test("labels are asked for up to it and not after it", () => {
    const draft = { labels: { "t1.1": "sound", "t2.1": "deceptive" } } as const;
    expect(assess(draftWith(draft), base, rules).unlabelled).toEqual([]);
    expect(said({ ...draft, decision: "reject" })).toBe("Rejects it: 1 thought flawed (deceptive).");
  });

  test("all before it are asked for, else it would not be the first", () => {
    expect(said({ labels: { "t2.1": "deceptive" }, decision: "reject" })).toBe(
      "Label thought 1 too: all up to the first flaw.",
    );
  });

  test("a flaw that was mended is none to stop at", () => {
    const labels = { "t1.1": "sound", "t2.1": "deceptive" } as const;
    const draft = draftWith({ labels, edits: { "t2.1": { text: "Own machine." } } });
    expect(assess(draft, base, rules).unlabelled).toEqual(["t1.3"]);
  });

  test("the rest is sound as far as it is asked for", () => {
    const flawed = draftWith({ labels: { "t2.1": "deceptive" } });
    expect(labelRest(flawed, base, rules).labels).toEqual({ "t1.1": "sound", "t2.1": "deceptive" });
    expect(labelRest(flawed, base, everyThought).labels).toEqual({ ...allSound, "t2.1": "deceptive" });
  });
});
