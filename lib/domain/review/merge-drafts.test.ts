import { describe, expect, test } from "vitest";
import { contentKey } from "#lib/domain/record/content.ts";
import fc from "#lib/domain/testing/seeded.ts";
import { applyDraft, thoughtsAtHand } from "./apply-draft.ts";
import { emptyDraft, isSameDraft, ReviewDraft } from "./draft.ts";
import { addThought, editResponse, editThought } from "./edit-draft.ts";
import {
  type Choices,
  type Comparison,
  compareDrafts,
  mergeDrafts,
  proposedChoices,
  turned,
} from "./merge-drafts.ts";
import { act, acts, base, draftWith, split } from "./testing.ts";

const compare = (mine: ReviewDraft, stored: ReviewDraft) => compareDrafts(mine, stored, base);
const names = (mine: ReviewDraft, stored: ReviewDraft) =>
  compare(mine, stored).places.map(({ name }) => name);
const written = (draft: ReviewDraft, id: string, text: string) => editThought(draft, base, id, { text });

describe("where two drafts differ", () => {
  test("is told thought by thought, in reading order, with response, note and answers after them", () => {
    const mine = draftWith({
      labels: { "t2.1": "sound" },
      edits: { "t1.1": { text: "Mine." } },
      note: "Mine.",
    });
    const stored = draftWith({ response: "Theirs.", reasoning: "flawed", labels: { "t2.1": "deceptive" } });
    expect(names(mine, stored)).toEqual(["thought t1.1", "label t2.1", "response", "note", "answers"]);
  });

  test("is nowhere where they say the same", () => {
    const draft = split(draftWith({ note: "The same." }), "t1.1", 18);
    expect(names(draft, structuredClone(draft))).toEqual([]);
  });

  test("is one place for all that was split or merged together on either side", () => {
    const mine = act(emptyDraft, ["merge", 0, 0]);
    expect(names(mine, split(emptyDraft, "t2.1", 8))).toEqual(["thought t1.1 t2.1 +3 +2 +1"]);
  });

  test("takes thoughts added under one key in two places for two", () => {
    expect(names(addThought(emptyDraft, "t1.1"), addThought(emptyDraft, "t1.3"))).toEqual([
      "thought +2",
      "thought +1",
    ]);
  });
});

describe("merging", () => {
  test("proposes whatever either side wrote, and the own words where both did", () => {
    const mine = draftWith({ edits: { "t1.1": { text: "Mine." } }, note: "Mine." });
    const stored = draftWith({ edits: { "t2.1": { text: "Theirs." } }, note: "Theirs." });
    const comparison = compare(mine, stored);
    expect(mergeDrafts(comparison, proposedChoices(comparison))).toEqual(
      draftWith({ edits: { "t1.1": { text: "Mine." }, "t2.1": { text: "Theirs." } }, note: "Mine." }),
    );
  });

  test("leaves over what was not chosen", () => {
    const mine = draftWith({ edits: { "t1.1": { text: "Mine." } }, note: "Mine." });
    const stored = draftWith({ edits: { "t1.1": { text: "Theirs." } }, note: "Theirs." });
    const choices: Choices = { "thought t1.1": "mine", note: "stored" };
    expect(mergeDrafts(compare(mine, stored), turned(choices))).toEqual(
      draftWith({ edits: { "t1.1": { text: "Theirs." } }, note: "Mine." }),
    );
  });

  test("keeps an added thought in its place when the one it followed is left", () => {
    const first = written(addThought(emptyDraft, "t1.1"), "+1", "First.");
    const both = written(addThought(first, "+1"), "+2", "Second.");
    const merged = mergeDrafts(compare(both, emptyDraft), { "thought +1": "stored" });
    expect(
      thoughtsAtHand(merged, base)
        .map(({ text }) => text)
        .slice(0, 2),
    ).toEqual([base.thoughts[0]?.text, "Second."]);
  });
});

/** What two pages made of one draft, whose every text is told apart by a mark. */
const pairs = fc
  .tuple(acts, acts, acts, fc.array(fc.tuple(fc.nat({ max: 9 }), fc.boolean()), { maxLength: 8 }))
  .map(([before, one, other, writings]) => {
    const shared = before.reduce(act, emptyDraft);
    const write = (draft: ReviewDraft, side: string, mine: boolean) => {
      let written = draft;
      for (const [index, [place, isMine]] of writings.entries()) {
        if (isMine !== mine) continue;
        const thoughts = thoughtsAtHand(written, base);
        const id = thoughts[place % (thoughts.length + 2)]?.id;
        const text = `${side} ${index}.`;
        const noted = { ...written, note: text, noteAbout: thoughts.at(-1)?.id ?? null };
        if (id) written = editThought(written, base, id, { text });
        else written = index % 2 ? noted : editResponse(written, base, text);
      }
      return written;
    };
    return [
      write(one.reduce(act, shared), "Mine", true),
      write(other.reduce(act, shared), "Stored", false),
    ] as const;
  });

/** Both with whatever choices. */
const merges = fc.tuple(pairs, fc.infiniteStream(fc.boolean())).map(([[mine, stored], draws]) => {
  const comparison = compare(mine, stored);
  const choices = Object.fromEntries(
    comparison.places.map(({ name }) => [name, draws.next().value ? "mine" : "stored"] as const),
  );
  return { mine, stored, comparison, choices };
});

const textsOf = ({ edits, added, response, note }: ReviewDraft) =>
  [...Object.values(edits).map(({ text }) => text), ...added.map(({ text }) => text), response, note].filter(
    Boolean,
  );
const all = ({ places }: Comparison, side: "mine" | "stored"): Choices =>
  Object.fromEntries(places.map(({ name }) => [name, side]));

describe("whatever is chosen", () => {
  test("no text of either side is lost: it is in the merged draft or in what is left over", () => {
    fc.assert(
      fc.property(merges, ({ mine, stored, comparison, choices }) => {
        const kept = [choices, turned(choices)].flatMap((each) => textsOf(mergeDrafts(comparison, each)));
        expect(kept).toEqual(expect.arrayContaining([...textsOf(mine), ...textsOf(stored)]));
      }),
    );
  });

  test("the merged draft is a draft, with each thought of the base once and no id given twice", () => {
    fc.assert(
      fc.property(merges, ({ comparison, choices }) => {
        const merged = ReviewDraft.parse(mergeDrafts(comparison, choices));
        const ids = applyDraft(merged, base, 2).thoughts.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(base.thoughts.every(({ id }) => ids.includes(id))).toBe(true);
        const known = new Set([...base.thoughts.map(({ id }) => id), ...merged.added.map(({ key }) => key)]);
        expect(merged.added.every(({ after }) => after === null || known.has(after))).toBe(true);
      }),
    );
  });

  test("all of one side is that side", () => {
    fc.assert(
      fc.property(pairs, ([mine, stored]) => {
        const comparison = compare(mine, stored);
        expect(isSameDraft(mergeDrafts(comparison, all(comparison, "mine")), mine)).toBe(true);
        const theirs = mergeDrafts(comparison, all(comparison, "stored"));
        expect(contentKey(applyDraft(theirs, base, 2))).toBe(contentKey(applyDraft(stored, base, 2)));
        expect(theirs.note).toBe(stored.note);
      }),
    );
  });
});
