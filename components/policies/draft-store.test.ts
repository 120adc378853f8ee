import { describe, expect, test } from "vitest";
import type { StoredDraft } from "#lib/domain/policy/view.ts";
import { createDraftStore, type Kept, type SaveDraft } from "./draft-store.ts";

const savedAt = new Date("2026-01-02T03:04:05Z");
const stored: StoredDraft = { text: "one", version: 3, savedAt, savedBy: "Lea" };

/** A server that holds one draft, and a browser that keeps one text. */
function place({ at = stored, kept = null as Kept | null } = {}) {
  let draft = at;
  const browser = { kept };
  const save: SaveDraft = async ({ text, baseVersion }) => {
    if (baseVersion !== draft.version)
      return { ok: false, code: "conflict", message: "newer", detail: draft };
    draft = { text, version: baseVersion + 1, savedAt, savedBy: "Lea" };
    return { ok: true, value: { version: draft.version, savedAt } };
  };
  const journal = {
    read: () => browser.kept,
    write: (text: Kept | null) => {
      browser.kept = text;
    },
  };
  return {
    store: createDraftStore(stored, save, journal),
    browser,
    server: () => draft,
    change: (text: string) => {
      draft = { text, version: draft.version + 1, savedAt, savedBy: "Lou" };
    },
  };
}

describe("a draft in the browser", () => {
  test("keeps what is typed in the browser until the server has it", async () => {
    const { store, browser, server } = place();
    store.getState().type("two");
    expect(browser.kept).toEqual({ unsaved: { text: "two", baseVersion: 3 }, aside: null });
    await store.getState().save();
    expect(server()).toMatchObject({ text: "two", version: 4 });
    expect(browser.kept).toBeNull();
    expect(store.getState()).toMatchObject({ phase: "saved", baseVersion: 4 });
  });

  test("goes on to the next save where typing went on during the last", async () => {
    const { store, server, browser } = place();
    store.getState().type("two");
    const saving = store.getState().save();
    store.getState().type("three");
    await saving;
    expect(store.getState().phase).toBe("unsaved");
    expect(browser.kept).toEqual({ unsaved: { text: "three", baseVersion: 4 }, aside: null });
    await store.getState().save();
    expect(server().text).toBe("three");
  });

  test("says that it is not saved where the server does not answer, and can try again", async () => {
    const failing = createDraftStore(stored, () => Promise.reject(new Error("offline")), {
      read: () => null,
      write: () => {},
    });
    failing.getState().type("two");
    await failing.getState().save();
    expect(failing.getState()).toMatchObject({ phase: "failed", text: "two" });
  });

  test.each([
    ["mine", "mine", "theirs"],
    ["theirs", "theirs", "mine"],
  ] as const)("keeps both texts of a conflict when it goes on with %s", async (which, text, aside) => {
    const { store, change, server, browser } = place();
    store.getState().type("mine");
    change("theirs");
    await store.getState().save();
    expect(store.getState()).toMatchObject({
      phase: "conflict",
      text: "mine",
      theirs: { text: "theirs", savedBy: "Lou" },
    });
    store.getState().settle(which);
    await store.getState().save();
    expect(store.getState()).toMatchObject({ phase: "saved", text, aside });
    expect(server().text).toBe(text);
    expect(browser.kept).toEqual({ unsaved: null, aside });
    store.getState().dismissAside();
    expect(browser.kept).toBeNull();
  });

  test("takes no conflict from a save that arrived without an answer", async () => {
    const { store, change } = place();
    store.getState().type("mine");
    change("mine");
    await store.getState().save();
    expect(store.getState()).toMatchObject({ phase: "saved", baseVersion: 4, theirs: null });
  });

  test("takes up what the last visit could not save", async () => {
    const { store, server } = place({ kept: { unsaved: { text: "unsaved", baseVersion: 3 }, aside: null } });
    store.getState().recover();
    expect(store.getState()).toMatchObject({ text: "unsaved", phase: "unsaved", restored: true });
    await store.getState().save();
    expect(server().text).toBe("unsaved");
  });

  test("shows both where the draft went on since the last visit", () => {
    const { store } = place({ kept: { unsaved: { text: "mine", baseVersion: 2 }, aside: null } });
    store.getState().recover();
    expect(store.getState()).toMatchObject({ phase: "conflict", text: "mine", theirs: { text: "one" } });
  });
});
