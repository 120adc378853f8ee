import { isSameDraft, type ReviewDraft } from "#lib/domain/review/draft.ts";
import type { DraftConflict } from "#lib/domain/review/saved-draft.ts";
import type { DraftRequests } from "./draft-request.ts";
import type { Journal } from "./journal.ts";
import type { RoomStore, SaveState } from "./room-store.ts";
import type { SaveResult } from "./save-result.ts";

/** Kept within a second: this long after the first change that the server does not have. */
const saveAfterMs = 700;
const retryAfterMs = 3_000;

export type Autosave = {
  /** Waits until no save is under way and begins none; then the store's version is what the server has. */
  hold(): Promise<void>;
  /** Goes on saving after `hold`. */
  resume(): void;
  /** Sends at once what is not saved, as the page goes away. */
  flush(): void;
  /** Tells that the network is back, or that somebody signed in. */
  retry(): void;
  /** Keeps the claim alive, and learns whether one is still signed in. */
  beat(): Promise<void>;
  /** Ends a conflict: goes on with one draft and puts what is left over aside. */
  settle(settled: { draft: ReviewDraft; aside: ReviewDraft }): void;
  /** Goes on with the draft that was put aside, and puts this one there. */
  swap(): void;
  dropAside(): void;
  /** Forgets what this device keeps: the server has all of it. */
  forget(): void;
  stop(): void;
};

/**
 * Keeps a review: each change in this browser at once, and on the server within a second. One save is under way
 * at a time; each names the version it goes on from. What the server refuses because it has another version is
 * shown, never overwritten.
 */
export function startAutosave(
  store: RoomStore,
  {
    baseRevisionId,
    requests,
    journal,
  }: { baseRevisionId: string; requests: DraftRequests; journal: Journal },
): Autosave {
  /** What the server has, as far as this page knows. */
  let stored = store.getState().draft;
  let lastSaved = store.getState().save;
  /** What was sent without learning what came of it. */
  let unanswered: ReviewDraft | null = null;
  let underWay: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isHeld = false;
  let isStopped = false;

  const unsaved = () => store.getState().draft !== stored;
  const inConflict = () => store.getState().save.kind === "conflict";

  function keep() {
    const { version, draft, aside } = store.getState();
    journal.write({ unsaved: unsaved() ? { version, draft } : null, aside });
  }

  function schedule(ms = saveAfterMs) {
    if (timer === undefined && !underWay && !isHeld && !isStopped && unsaved() && !inConflict()) {
      timer = setTimeout(send, ms);
    }
  }

  /** From the first key on the page no longer says that all is saved, though nothing is sent yet; taken back, it does again. */
  function tell(save: SaveState) {
    if ((save.kind === "saved" || save.kind === "unwritten") && unsaved())
      store.setState({ save: { kind: "saving" } });
    if (save.kind === "saving" && !unsaved() && !underWay) store.setState({ save: lastSaved });
  }

  function send() {
    clearTimeout(timer);
    timer = undefined;
    if (isHeld || underWay || !unsaved() || inConflict()) return;
    const { draft, version } = store.getState();
    store.setState({ save: { kind: "saving" } });
    underWay = requests.save({ baseRevisionId, version, content: draft }).then((result) => {
      underWay = null;
      answered(draft, result);
    });
  }

  function answered(sent: ReviewDraft, result: SaveResult) {
    if (result.kind === "offline") unanswered = sent;
    switch (result.kind) {
      case "saved": {
        stored = sent;
        const { version, savedAt, claim, findings } = result.saved;
        const known = store.getState().findings;
        lastSaved = { kind: "saved", at: savedAt };
        store.setState({ version, claim, save: unsaved() ? { kind: "saving" } : lastSaved });
        // Most saves find nothing new, and then no thought is drawn again.
        if (JSON.stringify(findings) !== JSON.stringify(known)) store.setState({ findings });
        break;
      }
      case "conflict":
        return meet(result.stored, result.message);
      default:
        store.setState({ save: { kind: "unsaved", why: result.kind, message: messageOf(result) } });
    }
    keep();
    if (result.kind !== "refused") schedule(result.kind === "saved" ? saveAfterMs : retryAfterMs);
  }

  /** Another version is stored. It may be our own, sent before the line broke, or say the same. */
  function meet(found: DraftConflict | null, message: string) {
    const known = [store.getState().draft, unanswered].find(
      (draft) => found && draft && isSameDraft(found.content, draft),
    );
    if (found && known) {
      stored = known;
      store.setState({ version: found.version, save: { kind: "saved", at: found.savedAt } });
      schedule(0);
    } else if (found) {
      store.setState({ save: { kind: "conflict", stored: found } });
    } else {
      store.setState({ save: { kind: "unsaved", why: "refused", message } });
    }
    keep();
  }

  async function recover() {
    const { unsaved: written = null, aside = null } = (await journal.recover()) ?? {};
    const { version, draft, save } = store.getState();
    if (aside) store.setState({ aside });
    if (written && !isSameDraft(written.draft, draft)) {
      if (unsaved()) {
        // Faster than we could look: what was found goes beside what was written since.
        store.setState({ aside: written.draft });
      } else if (written.version === version) {
        store.setState({ draft: written.draft, restored: true });
      } else {
        const savedAt = save.kind === "saved" ? save.at : "";
        store.setState({
          draft: written.draft,
          save: { kind: "conflict", stored: { version, savedAt, content: draft } },
        });
      }
    }
    if (written || aside) keep();
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.draft === before.draft) return;
    keep();
    schedule();
    tell(state.save);
  });
  void recover();

  return {
    async hold() {
      isHeld = true;
      clearTimeout(timer);
      timer = undefined;
      await underWay;
    },
    resume() {
      isHeld = false;
      schedule();
    },
    flush: send,
    retry() {
      if (store.getState().save.kind !== "unsaved") return;
      if (unsaved()) send();
      else store.setState({ save: lastSaved });
    },
    async beat() {
      const claim = await requests.beat();
      if (claim === "signed_out") store.setState({ save: { kind: "unsaved", why: claim } });
      else if (claim) store.setState({ claim });
    },
    settle({ draft, aside }) {
      const { save } = store.getState();
      if (save.kind !== "conflict") return;
      const { version, savedAt, content } = save.stored;
      stored = isSameDraft(draft, content) ? draft : content;
      store.setState({ version, draft, aside, save: { kind: "saved", at: savedAt }, panel: null });
      keep();
      send();
    },
    swap() {
      const { draft, aside } = store.getState();
      if (aside) store.setState({ draft: aside, aside: draft });
    },
    dropAside() {
      store.setState({ aside: null });
      keep();
    },
    forget: () => journal.write({ unsaved: null, aside: null }),
    stop() {
      isStopped = true;
      clearTimeout(timer);
      unsubscribe();
    },
  };
}

function messageOf(result: SaveResult): string | undefined {
  return "message" in result ? result.message : undefined;
}
