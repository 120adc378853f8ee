import { plural } from "./words.ts";

const records = (n: number) => plural(n, "record");

/** What people read where policies and guidelines are read, written and published. */
export const policiesStrings = {
  title: "Policies",
  description: "What every chain of thought must obey. Agents and reviewers cite clauses by their numbers.",
  untitled: "Untitled policy",
  newPolicy: (number: number) =>
    `# Title of the policy\n\nWhat it is for, in a sentence or two.\n\n${number}.1 The first rule.\n`,
  numbered: (number: number) => `Policy ${number}`,
  add: "New policy",
  set: (number: number) => `Policy set ${number}`,
  setSince: "in force since",
  noSet: "Nothing is in force yet",
  empty: {
    title: "No policies yet",
    lead: "Write what a chain of thought must obey. Runs can start once a policy is published.",
    others: "A lead writes the policies. They appear here once they are published.",
  },
  table: { policy: "Policy", clauses: "Clauses", version: "Version", changed: "Last change" },
  clauses: (n: number) => plural(n, "clause"),
  version: (n: number) => `Version ${n}`,
  inForce: "in force",
  draft: {
    pending: "draft",
    notPublished: "not published",
    tooLong: "Keep the text under 200,000 characters.",
    conflict: "Somebody else saved this draft after you opened it. Nothing is lost: both texts are below.",
    gone: "The draft was published or discarded meanwhile. Your text is still here and can become a new draft.",
    nothingElse:
      "This policy has no published version, so the draft is all there is. Archive the policy instead.",
  },
  read: {
    edit: "Edit",
    continueDraft: "Continue the draft",
    versions: "Versions",
    publishedBy: (name: string) => `by ${name}`,
    draftNotice: "A draft waits to be published. What stands here is in force until then.",
    neverPublished: "This policy is a draft. Nothing of it is in force yet.",
    linkToClause: (number: string) => `Link to clause ${number}`,
    older: "An older version. It stays as it was published.",
    compare: "Text, or changes from another version",
    text: "Text",
    changesFrom: (version: number) => `Changes from version ${version}`,
    unchanged: "Unchanged part",
  },
  stale: {
    notice: (n: number) =>
      `${n === 1 ? "1 record is" : `${records(n)} are`} stale: a clause that ${n === 1 ? "it cites" : "they cite"} has changed. The review queue offers ${n === 1 ? "it" : "them"} again.`,
    toQueue: "Go to the review queue",
  },

  edit: {
    title: (name: string) => `Edit: ${name}`,
    draftOf: (number: number) => `Draft of policy ${number}`,
    label: "Text of the policy, as Markdown",
    guidelinesLabel: "Text of the guidelines, as Markdown",
    preview: "Preview",
    write: "Write",
    view: "Editor and preview",
    addClause: (number: string) => `Add clause ${number}`,
    discard: "Discard the draft",
    discardTitle: "Discard the draft?",
    discardText: "The text goes back to the version in force. The draft cannot be brought back.",
    review: "Review and publish",
    problems: (n: number) => plural(n, "problem"),
    noProblems: "No problems",
    line: (n: number) => `Line ${n}`,
    unsaved: "Not saved yet",
    notSaved: "Not saved",
    saving: "Saving…",
    saved: "Saved",
    asPublished: "As published",
    failed: "Not saved: the server does not answer. Your text is kept in this browser.",
    retry: "Save now",
    restored: "Text that had not reached the server was restored from this browser.",
    help: "The first line is the title. Each clause begins with its number. Numbers stay with their clause for good; order is free.",
  },
  conflict: {
    title: "Two versions of this draft",
    mine: "Yours, in this browser",
    theirs: (name: string | null) => (name === null ? "Saved from the command line" : `Saved by ${name}`),
    keepMine: "Go on with yours",
    takeTheirs: "Go on with theirs",
    difference: "From theirs to yours",
    aside: "The other text is kept in this browser until you dismiss it.",
    copyAside: "Copy the other text",
    dismiss: "Dismiss",
  },

  publish: {
    pageTitle: "Publish",
    title: (name: string, version: number) => `Publish version ${version} of ${name}`,
    first: (name: string) => `Publish ${name}`,
    changes: "What changes",
    touches: "What it touches",
    action: (version: number) => `Publish version ${version}`,
    back: "Back to the draft",
    done: (version: number, stale: number) =>
      stale === 0
        ? `Version ${version} is in force.`
        : `Version ${version} is in force. ${records(stale)} became stale.`,
    final: "A published version never changes. You can publish another one at any time.",
    nothingChanged: "The draft says what the version in force says. There is nothing to publish.",
    draftChanged:
      "The draft was saved again after you opened this page. Reload it and look at the changes once more.",
    noDraft: "There is no draft to publish. Edit the policy first.",
    faulty: (n: number) =>
      `The draft has ${plural(n, "problem")}. Mend ${n === 1 ? "it" : "them"}, then publish.`,
    summary: {
      added: (n: number) => `${plural(n, "clause")} added`,
      changed: (n: number) => `${plural(n, "clause")} changed`,
      removed: (n: number) => `${plural(n, "clause")} removed`,
      moved: (n: number) => `${plural(n, "clause")} moved`,
      unchanged: (n: number) => `${plural(n, "clause")} unchanged`,
      text: "title or introduction changed",
    },
    change: { added: "added", changed: "changed", removed: "removed", same: "unchanged", moved: "moved" },
    showUnchanged: (n: number) => `Show ${plural(n, "unchanged clause")}`,
    becomeStale: (approved: number, waiting: number) =>
      `${records(approved + waiting)} that ${approved + waiting === 1 ? "cites a changed or removed clause becomes" : "cite a changed or removed clause become"} stale: ${approved.toLocaleString("en")} approved, ${waiting.toLocaleString("en")} in review or waiting. ${approved + waiting === 1 ? "It stays" : "They stay"} out of data sets until reviewed again, which the queue offers.`,
    noneStale: "No record cites a clause that is changed or removed.",
    cited: (approved: number, waiting: number) =>
      `cited by ${approved.toLocaleString("en")} approved, ${waiting.toLocaleString("en")} other`,
    openRuns: (n: number) =>
      `${n === 1 ? "1 run under way goes" : `${n.toLocaleString("en")} runs under way go`} on under the policies that ${n === 1 ? "it" : "they"} began with.`,
    addedQuestion: "Earlier records could not cite the added clauses. Which of them need a new look?",
    addedChoices: {
      none: "None",
      citing_policy: "Those that cite this policy",
      all: "All of the project",
    },
    addedCounts: (approved: number, waiting: number) =>
      `${approved.toLocaleString("en")} approved, ${waiting.toLocaleString("en")} in review or waiting`,
  },

  archived: {
    badge: "archived",
    action: "Archive",
    title: (name: string) => `Archive “${name}”?`,
    text: "It is no longer in force: new runs do not see it. Its versions stay readable, its number is never given again, and you can bring it back.",
    touches: (approved: number, waiting: number) =>
      `${records(approved + waiting)} that ${approved + waiting === 1 ? "cites it becomes" : "cite it become"} stale: ${approved.toLocaleString("en")} approved, ${waiting.toLocaleString("en")} in review or waiting.`,
    touchesNone: "No record cites it.",
    done: "The policy is archived.",
    notice: "This policy is archived and not in force.",
    restore: "Bring it back",
    restored: "The policy is in force again.",
    refused: "This policy is archived. Bring it back before you publish.",
    already: "This policy is archived already.",
    not: "This policy is not archived.",
  },

  guidelines: {
    title: "Guidelines",
    description: "How to review here. Shown in the review room; not a policy, and never cited.",
    emptyTitle: "No guidelines yet",
    emptyLead: "Write how records are to be judged here, so that two people judge alike.",
    emptyOthers: "A lead writes the guidelines. They appear here once they are published.",
    emptyText: "The guidelines are empty. Write them before you publish.",
    write: "Write guidelines",
    publishTitle: (version: number) => `Publish version ${version} of the guidelines`,
    publishFirst: "Publish the guidelines",
    touches: "Reviewers see them from their next record on. No record becomes stale.",
  },
} as const;
