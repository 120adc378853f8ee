import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { everyThought } from "#lib/domain/review/assess.ts";
import { emptyDraft, type ReviewDraft } from "#lib/domain/review/draft.ts";
import type { Room } from "#lib/domain/review/view.ts";
import { startAutosave } from "./autosave.ts";
import type { DraftRequests, Save } from "./draft-request.ts";
import type { Journal, Kept } from "./journal.ts";
import { createRoomStore } from "./room-store.ts";
import type { SaveResult } from "./save-result.ts";

const given = { thoughts: [], response: "Yes.", disposition: "comply", id: "r1" };
const note = (text: string): ReviewDraft => ({ ...emptyDraft, note: text });

/** A page with one review, a device that keeps things, and a server that answers when told to. */
async function open({ kept = null as Kept | null, version = 0, draft = emptyDraft } = {}) {
  const review = { id: "v1", status: "draft", draft, version, savedAt: null, claimedUntil: null };
  const store = createRoomStore({
    review,
    given,
    standing: "reviewing",
    rules: everyThought,
    exposure: { blur: false },
  } as unknown as Room);
  const device = { kept };
  const journal: Journal = {
    recover: async () => device.kept,
    write(next) {
      device.kept = next;
    },
  };
  const sent: { save: Save; answer: (result: SaveResult) => Promise<void> }[] = [];
  const requests: DraftRequests = {
    save: (save) => {
      const { promise, resolve } = Promise.withResolvers<SaveResult>();
      sent.push({
        save,
        async answer(result) {
          resolve(result);
          await promise;
          // What the page does about it comes a turn later.
          await null;
        },
      });
      return promise;
    },
    beat: async () => null,
    release: () => {},
    leave: () => {},
  };
  const autosave = startAutosave(store, { baseRevisionId: "r1", requests, journal });
  const write = (text: string) => store.setState({ draft: note(text) });
  // Until the page has looked for what was left on the device.
  await null;
  await null;
  return { store, device, sent, autosave, write };
}

const saved = (version: number): SaveResult => ({
  kind: "saved",
  saved: { version, savedAt: "2026-11-23T12:03:05Z", claim: { until: "2026-11-23T12:23:05Z" }, findings: [] },
});
const conflict = (version: number, content: ReviewDraft): SaveResult => ({
  kind: "conflict",
  stored: { version, content, savedAt: "2026-11-23T12:03:05Z" },
  message: "Saved elsewhere.",
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("what is written", () => {
  test("is kept on the device at once and sent within a second", async () => {
    const { write, device, sent, store } = await open();
    write("a");
    expect(device.kept?.unsaved).toEqual({ version: 0, draft: note("a") });
    write("ab");
    vi.advanceTimersByTime(1_000);
    expect(sent.map(({ save }) => save)).toEqual([{ baseRevisionId: "r1", version: 0, content: note("ab") }]);
    await sent[0]?.answer(saved(1));
    expect(store.getState()).toMatchObject({ version: 1, save: { kind: "saved" } });
    expect(device.kept?.unsaved).toBeNull();
  });

  test("while a save is under way goes with the next one, over the version it gave", async () => {
    const { write, sent, store } = await open();
    write("a");
    vi.advanceTimersByTime(1_000);
    write("ab");
    vi.advanceTimersByTime(5_000);
    expect(sent).toHaveLength(1);
    await sent[0]?.answer(saved(1));
    vi.advanceTimersByTime(1_000);
    expect(sent[1]?.save).toMatchObject({ version: 1, content: note("ab") });
    expect(store.getState().save.kind).toBe("saving");
  });

  test("is never said to be saved before it is, unless it is taken back", async () => {
    const { write, sent, store } = await open({ version: 1, draft: note("a") });
    const kind = () => store.getState().save.kind;
    const { draft: before, save } = store.getState();
    write("ab");
    expect(kind()).toBe("saving");
    store.setState({ draft: before });
    expect(store.getState().save).toEqual(save);
    write("abc");
    vi.advanceTimersByTime(1_000);
    write("abcd");
    await sent[0]?.answer(saved(2));
    expect(kind()).toBe("saving");
    vi.advanceTimersByTime(1_000);
    await sent[1]?.answer(saved(3));
    expect(kind()).toBe("saved");
  });

  test("stays on the device while the server is not reached, and says so", async () => {
    const { write, sent, store, device } = await open();
    write("a");
    vi.advanceTimersByTime(1_000);
    await sent[0]?.answer({ kind: "offline" });
    expect(store.getState().save).toMatchObject({ kind: "unsaved", why: "offline" });
    expect(device.kept?.unsaved?.draft).toEqual(note("a"));
    vi.advanceTimersByTime(3_000);
    await sent[1]?.answer(saved(1));
    expect(store.getState().save.kind).toBe("saved");
  });

  test("is no conflict with itself when only the answer was lost", async () => {
    const { write, sent, store } = await open();
    write("a");
    vi.advanceTimersByTime(1_000);
    await sent[0]?.answer({ kind: "offline" });
    write("ab");
    vi.advanceTimersByTime(3_000);
    const { note: first, ...rest } = note("a");
    await sent[1]?.answer(conflict(1, { ...rest, note: first }));
    vi.advanceTimersByTime(1_000);
    expect(sent[2]?.save).toMatchObject({ version: 1, content: note("ab") });
    expect(store.getState().save.kind).toBe("saving");
  });

  test("is sent at once when the page goes away", async () => {
    const { write, sent, autosave } = await open();
    write("a");
    autosave.flush();
    expect(sent).toHaveLength(1);
  });

  test("waits while a review is being submitted", async () => {
    const { write, sent, autosave } = await open();
    write("a");
    vi.advanceTimersByTime(1_000);
    const held = autosave.hold();
    write("ab");
    await sent[0]?.answer(saved(1));
    await held;
    vi.advanceTimersByTime(5_000);
    expect(sent).toHaveLength(1);
    autosave.resume();
    vi.advanceTimersByTime(1_000);
    expect(sent).toHaveLength(2);
  });
});

describe("two versions", () => {
  async function met() {
    const page = await open();
    page.write("mine");
    vi.advanceTimersByTime(1_000);
    await page.sent[0]?.answer(conflict(4, note("theirs")));
    expect(page.store.getState().save).toMatchObject({ kind: "conflict" });
    page.write("mine, longer");
    vi.advanceTimersByTime(5_000);
    expect(page.sent).toHaveLength(1);
    return page;
  }

  test("are both kept when the reviewer goes on with their own", async () => {
    const { autosave, sent, store, device } = await met();
    autosave.settle({ draft: note("mine, longer"), aside: note("theirs") });
    vi.advanceTimersByTime(0);
    expect(sent[1]?.save).toMatchObject({ version: 4, content: note("mine, longer") });
    expect(store.getState().aside).toEqual(note("theirs"));
    expect(device.kept?.aside).toEqual(note("theirs"));
  });

  test("are both kept when the reviewer goes on with the other", async () => {
    const { autosave, store, device } = await met();
    autosave.settle({ draft: { ...note("theirs") }, aside: note("mine, longer") });
    expect(store.getState()).toMatchObject({
      version: 4,
      draft: note("theirs"),
      aside: note("mine, longer"),
    });
    expect(device.kept).toEqual({ unsaved: null, aside: note("mine, longer") });
    autosave.swap();
    expect(store.getState()).toMatchObject({ draft: note("mine, longer"), aside: note("theirs") });
  });
});

test("a stored version that says the same is no conflict", async () => {
  const { write, sent, store } = await open();
  write("the same");
  vi.advanceTimersByTime(1_000);
  await sent[0]?.answer(conflict(4, note("the same")));
  expect(store.getState()).toMatchObject({ version: 4, save: { kind: "saved" } });
  vi.advanceTimersByTime(5_000);
  expect(sent).toHaveLength(1);
});

test("a page that was left asks the server no more, and takes nothing from the device that is not saved", async () => {
  const { write, sent, device, autosave } = await open();
  write("a");
  autosave.flush();
  autosave.stop();
  await sent[0]?.answer({ kind: "offline" });
  vi.advanceTimersByTime(60_000);
  expect(sent).toHaveLength(1);
  expect(device.kept?.unsaved?.draft).toEqual(note("a"));
});

describe("after a crash", () => {
  test("what the device kept is taken up and saved", async () => {
    const { store, sent } = await open({
      version: 2,
      kept: { unsaved: { version: 2, draft: note("a") }, aside: null },
    });
    expect(store.getState()).toMatchObject({ draft: note("a"), restored: true });
    vi.advanceTimersByTime(1_000);
    expect(sent[0]?.save).toMatchObject({ version: 2, content: note("a") });
  });

  test("what was saved elsewhere since is shown beside it", async () => {
    const { store } = await open({
      version: 3,
      draft: note("theirs"),
      kept: { unsaved: { version: 2, draft: note("mine") }, aside: null },
    });
    expect(store.getState()).toMatchObject({
      draft: note("mine"),
      save: { kind: "conflict", stored: { version: 3, content: note("theirs") } },
    });
  });

  test("what reached the server after all is nothing to speak of", async () => {
    const { store, sent } = await open({
      version: 3,
      draft: note("a"),
      kept: { unsaved: { version: 2, draft: note("a") }, aside: null },
    });
    vi.advanceTimersByTime(5_000);
    expect(store.getState().restored).toBe(false);
    expect(sent).toEqual([]);
  });
});
