import { dimensions } from "#lib/domain/grading/dimension.ts";
import type { Content } from "#lib/domain/record/content.ts";
import { type AddedThought, emptyDraft, isSame, type ReviewDraft } from "./draft.ts";

/** Two versions of one review: the one on the screen and the one that is stored. */
export type Side = "mine" | "stored";

/** What two drafts of one review can be chosen from one by one. */
export type Place = {
  kind: "thought" | "label" | "score" | "order" | "response" | "note" | "answers";
  /** Names it among the others. */
  name: string;
  /**
   * The thoughts that it is about, added ones by their keys: those that were split or merged together are one place.
   * Of a score its dimension.
   */
  ids: readonly string[];
};

/** Which side each place is taken from, by its name. */
export type Choices = Readonly<Record<string, Side>>;

/** Two drafts in which a key stands for the same added thought, and where they differ, in reading order. */
export type Comparison = { mine: ReviewDraft; stored: ReviewDraft; places: Place[] };

/** Compares two drafts on one base, thought by thought. */
export function compareDrafts(mine: ReviewDraft, other: ReviewDraft, base: Content): Comparison {
  const stored = withOwnKeys(other, mine);
  const groups = groupsOf(base, [...stored.added, ...mine.added]);
  const candidates: Place[] = [
    ...groups.flatMap((ids) => [
      place("thought", ids),
      ...base.thoughts.filter(({ id }) => ids.includes(id)).map(({ id }) => place("label", [id])),
    ]),
    ...dimensions.map((dimension) => place("score", [dimension])),
    ...(["order", "response", "note", "answers"] as const).map((kind) => place(kind, [])),
  ];
  return {
    mine,
    stored,
    places: candidates.filter((one) => !isSame(said(mine, one), said(stored, one))),
  };
}

/** What is proposed: whichever side says something at a place, and the own side where both do. */
export function proposedChoices({ mine, places }: Comparison): Choices {
  return Object.fromEntries(
    places.map((one) => [one.name, isSame(said(mine, one), said(emptyDraft, one)) ? "stored" : "mine"]),
  );
}

/** The choices that leave what others take: what they make is what is left over of a merge. */
export function turned(choices: Choices): Choices {
  return Object.fromEntries(
    Object.entries(choices).map(([name, side]) => [name, side === "mine" ? "stored" : "mine"]),
  );
}

/** Puts one draft together from two. What a place is not named for is the same in both. */
export function mergeDrafts({ mine, stored, places }: Comparison, choices: Choices): ReviewDraft {
  const fromStored = places.filter(({ name }) => choices[name] === "stored");
  const idsOf = (kind: Place["kind"]) =>
    new Set(fromStored.filter((one) => one.kind === kind).flatMap(({ ids }) => ids));
  const thoughts = idsOf("thought");
  const labels = idsOf("label");
  const from = (kind: Place["kind"]) => (fromStored.some((one) => one.kind === kind) ? stored : mine);
  const { response, disposition } = from("response");
  const { note, noteKind, noteAbout } = from("note");
  const { reasoning, responseVerdict, decision } = from("answers");
  const added = mergeAdded(mine, stored, thoughts);
  const isGone = goneFrom([...mine.added, ...stored.added], added);
  return {
    labels: mergeFields(mine.labels, stored.labels, labels),
    scores: mergeFields(mine.scores, stored.scores, idsOf("score")),
    edits: mergeFields(mine.edits, stored.edits, thoughts),
    added,
    removed: mergeIds(mine.removed, stored.removed, thoughts),
    restored: mergeIds(mine.restored, stored.restored, thoughts),
    order: from("order").order.filter((id) => !isGone(id)),
    response,
    disposition,
    note,
    noteKind,
    noteAbout: noteAbout !== null && isGone(noteAbout) ? null : noteAbout,
    reasoning,
    responseVerdict,
    decision,
  };
}

function place(kind: Place["kind"], ids: readonly string[]): Place {
  return { kind, ids, name: [kind, ...ids].join(" ") };
}

/** What a draft says at a place. */
function said(draft: ReviewDraft, { kind, ids }: Place): unknown {
  const here = (id: string) => ids.includes(id);
  switch (kind) {
    case "thought":
      return [
        ids.map((id) => draft.edits[id] ?? null),
        ids.map((id) => draft.removed.includes(id)),
        ids.map((id) => draft.restored.includes(id)),
        draft.added.filter(({ key }) => here(key)),
      ];
    case "label":
      return ids.map((id) => draft.labels[id] ?? null);
    case "score":
      return dimensions.filter(here).map((dimension) => draft.scores[dimension] ?? null);
    case "order":
      return draft.order;
    case "response":
      return [draft.response, draft.disposition];
    case "note":
      return [draft.note, draft.noteKind, draft.noteAbout];
    case "answers":
      return [draft.reasoning, draft.responseVerdict, draft.decision];
  }
}

/**
 * Both pages count the thoughts that they add from one. An added thought is the same in both if it has the same key,
 * place and origins; any other of the second draft gets a key of its own.
 */
function withOwnKeys(draft: ReviewDraft, other: ReviewDraft): ReviewDraft {
  const others = new Map(other.added.map((thought) => [thought.key, thought]));
  const keys = new Map<string, string>();
  const keyOf = (id: string) => keys.get(id) ?? id;
  let last = Math.max(0, ...[...draft.added, ...other.added].map(({ key }) => Number(key.slice(1))));
  const added = draft.added.map((thought) => {
    const after = thought.after === null ? null : keyOf(thought.after);
    const twin = others.get(thought.key);
    if (twin && (twin.after !== after || !isSame(twin.from, thought.from))) {
      last += 1;
      keys.set(thought.key, `+${last}`);
    }
    return { ...thought, key: keyOf(thought.key), after };
  });
  if (keys.size === 0) return draft;
  return {
    ...draft,
    added,
    order: draft.order.map(keyOf),
    noteAbout: draft.noteAbout === null ? null : keyOf(draft.noteAbout),
  };
}

/** Thoughts of the base in their order, each with those that it was split or merged with, then those added. */
function groupsOf(base: Content, added: readonly AddedThought[]): string[][] {
  const groups = new Map<string, Set<string>>();
  const groupOf = (id: string) => groups.get(id) ?? new Set([id]);
  for (const id of base.thoughts.map((thought) => thought.id)) groups.set(id, groupOf(id));
  for (const { key, from } of added) {
    const joined = new Set([...from, key].flatMap((id) => [...groupOf(id)]));
    for (const id of joined) groups.set(id, joined);
  }
  return [...new Set(groups.values())].map((group) => [...group]);
}

function mergeFields<T>(
  mine: Readonly<Record<string, T>>,
  stored: Readonly<Record<string, T>>,
  fromStored: ReadonlySet<string>,
): Record<string, T> {
  return Object.fromEntries([
    ...Object.entries(mine).filter(([id]) => !fromStored.has(id)),
    ...Object.entries(stored).filter(([id]) => fromStored.has(id)),
  ]);
}

function mergeIds(mine: readonly string[], stored: readonly string[], fromStored: ReadonlySet<string>) {
  return [...mine.filter((id) => !fromStored.has(id)), ...stored.filter((id) => fromStored.has(id))];
}

/** Added thoughts in an order that is that of both drafts; each follows what is left of those that it followed. */
function mergeAdded(mine: ReviewDraft, stored: ReviewDraft, fromStored: ReadonlySet<string>): AddedThought[] {
  const all = new Map([...stored.added, ...mine.added].map((thought) => [thought.key, thought]));
  const chosen = [
    ...mine.added.filter(({ key }) => !fromStored.has(key)),
    ...stored.added.filter(({ key }) => fromStored.has(key)),
  ];
  const byKey = new Map(chosen.map((thought) => [thought.key, thought]));
  const inOrder = orderOfBoth(
    mine.added.map(({ key }) => key),
    stored.added.map(({ key }) => key),
  ).flatMap((key) => byKey.get(key) ?? []);
  const standing = (after: string | null): string | null => {
    const before = after === null ? undefined : all.get(after);
    return before && !byKey.has(before.key) ? standing(before.after) : after;
  };
  return inOrder.map((thought) => ({ ...thought, after: standing(thought.after) }));
}

/** One list from two, each of which keeps its order; what stands in both is where they meet. */
function orderOfBoth(mine: readonly string[], stored: readonly string[]): string[] {
  const left = [...stored];
  const inOrder = mine.flatMap((key) => {
    const met = left.indexOf(key);
    return met < 0 ? [key] : left.splice(0, met + 1);
  });
  return [...inOrder, ...left];
}

/** Whether an id is that of an added thought which is not there any more. */
function goneFrom(before: readonly AddedThought[], after: readonly AddedThought[]) {
  const kept = new Set(after.map(({ key }) => key));
  const gone = new Set(before.map(({ key }) => key).filter((key) => !kept.has(key)));
  return (id: string) => gone.has(id);
}
