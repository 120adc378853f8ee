import type { Format, ItemKind } from "#lib/domain/export/formats.ts";
import type { LeftOutReason } from "#lib/domain/export/left-out.ts";
import type { Severity } from "#lib/domain/prompt/prompt.ts";
import { plural } from "./words.ts";

/** What people read where data sets are built, frozen and taken out. */
export const dataSetStrings = {
  title: "Data sets",
  description: "Approved records, frozen into a list that never changes, and the files made from it.",
  crumb: (number: number) => `Data set ${number}`,
  build: "Build a data set",
  empty: {
    title: "No data set yet",
    nothingApproved: "No record is approved yet",
    noneStands: "No approval stands at present",
    allStale: (n: number) =>
      `${plural(n, "record")} became stale when the policies changed. What is approved again can be frozen into a data set here.`,
    lead: "Approve some records in the review queue, then freeze them into a data set here.",
    reader: "A lead freezes approved records into data sets. They appear here, ready to download.",
    toReview: "Go to the review queue",
  },
  table: { name: "Name", rows: "Rows", released: "Released as", frozen: "Frozen", notReleased: "not yet" },
  rows: (n: number) => plural(n, "row"),
  syntheticSome: (n: number) => `${n.toLocaleString("en")} synthetic`,
  syntheticNote:
    "Some rows come from the rehearsal endpoint, a script and no model. File name, manifest and card will say so. Do not train on them.",

  nameMissing: "Give the data set a name.",
  nameTooLong: "Keep the name under 120 characters.",
  nothingMatches: {
    revision: "No approved record matches this filter. Take fewer conditions, or approve records first.",
    pair: "No kept pair with an approved side matches this filter. Take fewer conditions, or judge pairs first.",
  } satisfies Record<ItemKind, string>,
  otherItems: "This data set cannot be written in this format: its items are of another kind.",

  filter: {
    title: "What to take",
    items: "Items",
    itemKinds: { revision: "Records", pair: "Pairs" } satisfies Record<ItemKind, string>,
    all: "All",
    category: "Category",
    severity: "Severity",
    source: "Source",
    origin: "Run or import",
    runs: "Run",
    imports: "Import",
    synthetic: "Rehearsal data",
    noCategory: "without a category",
    noSource: "without a source",
    run: (n: number) => `Run ${n}`,
    import: (n: number) => `Import ${n}`,
    severities: {
      none: "none",
      low: "low",
      medium: "medium",
      high: "high",
      unrated: "unrated",
    } satisfies Record<Severity, string>,
    syntheticChoices: { include: "Include", exclude: "Leave out", only: "Only" },
    everything: {
      revision: "Everything that is approved",
      pair: "Every kept pair whose side to prefer is approved",
    } satisfies Record<ItemKind, string>,
  },

  preview: {
    title: "What you get",
    rows: {
      revision: (n: number) => (n === 1 ? "row, one per prompt" : "rows, one per prompt"),
      pair: (n: number) => (n === 1 ? "pair" : "pairs"),
    } satisfies Record<ItemKind, (n: number) => string>,
    sidesHint: "Only the chosen side is shown here. The rejected one leaves in the files alone.",
    leftOut: "Left out",
    nothingLeftOut: "Nothing is left out.",
    reasons: {
      erased: "erased",
      planted: "known-bad, planted to check reviewers",
      evaluation: "of evaluation prompts, which are never trained on",
      stale: "stale: a clause they cite has changed",
      not_kept: "pairs that nobody has kept",
      not_approved: "not approved",
      filtered: "not asked for by the filter",
      older_approval: "same prompt, approved earlier than another",
    } satisfies Record<LeftOutReason, string>,
    contamination: "Evaluation prompts",
    contaminationNone: (prompts: number) =>
      `None of the ${plural(prompts, "evaluation prompt")} of this project was found in these rows.`,
    contaminationFound: (hits: number, prompts: number) =>
      `Words of evaluation prompts stand in ${plural(hits, "place")} (${plural(prompts, "evaluation prompt")} looked for)`,
    contaminationNote:
      "What is trained on these rows cannot be evaluated with these prompts. Narrow the filter, or set other prompts aside. The manifest names every place.",
    contaminationColumns: { item: "Row", prompt: "Evaluation prompt", part: "In", overlap: "Overlap" },
    contaminationMore: (n: number) => `${plural(n, "more place")} in the manifest.`,
    parts: { prompt: "its prompt", thoughts: "its thoughts", response: "its response" },
    firstRows: (n: number) => (n === 1 ? "First row" : `First ${n} rows`),
    thoughts: (n: number) => plural(n, "thought"),
    earlierTurns: (n: number) => `${plural(n, "earlier turn")} before it`,
    response: "Response",
    nothing: { revision: "No approved record matches", pair: "No kept pair matches" } satisfies Record<
      ItemKind,
      string
    >,
  },

  freeze: {
    title: "Freeze it",
    name: "Name",
    nameHint: "People find the data set by it, such as “First release” or “Fraud only, May”.",
    sentence: "The list of revisions becomes fixed. Later edits, approvals and policies do not change it.",
    action: (n: number) => `Freeze ${plural(n, "row")}`,
  },

  snapshot: {
    frozen: "Frozen",
    by: (name: string) => `by ${name}`,
    byOperator: "from the command line",
    hash: "Hash of the list",
    copyHash: "Copy the hash",
    filter: "Filter",
    files: "Files",
    taken: "How it was put together",
    sinceTitle: "Not as it was when it was frozen",
    sinceStale: (n: number) => `${plural(n, "item cites", "items cite")} a clause that has changed since.`,
    sinceNotApproved: (n: number) => `${plural(n, "item is", "items are")} no longer approved.`,
    sinceErased: (n: number) =>
      `${plural(n, "item was", "items were")} erased; downloads leave a counted gap.`,
    sinceAdvice: "Freeze a new data set to have only what would be approved today.",
  },

  formats: {
    aidsafe: {
      name: "AIDSAFE",
      columns: "prompt, thoughts, response, id",
      hint: "Thoughts as text with a blank line between them.",
    },
    messages: {
      name: "Chat messages",
      columns: "messages, id",
      hint: "Turns of the conversation; the chain of thought stands in <think> tags before the answer.",
    },
    "messages-reasoning": {
      name: "Chat messages, reasoning_content",
      columns: "messages, id",
      hint: "The same for families whose chat template reads the chain of thought from reasoning_content.",
    },
    "messages-thinking": {
      name: "Chat messages, thinking",
      columns: "messages, id",
      hint: "The same for families whose chat template reads the chain of thought from thinking.",
    },
    stepwise: {
      name: "Stepwise supervision",
      columns: "prompt, completions, labels, judgements, id",
      hint: "Thoughts as reviewers were given them, each with whether it may stand: for process reward models.",
    },
    preference: {
      name: "Preference",
      columns: "prompt, chosen, rejected, id",
      hint: "For DPO with TRL: both sides as text, each chain of thought in <think> tags before its answer.",
    },
    "preference-messages": {
      name: "Preference, conversational",
      columns: "prompt, chosen, rejected, id",
      hint: "The same as lists of messages, for models with a chat template.",
    },
    unpaired: {
      name: "Unpaired preference",
      columns: "prompt, completion, label, id",
      hint: "For KTO with TRL: each side on a line of its own, once. What was said under a belief leaves only as rejected, above.",
    },
    "unpaired-messages": {
      name: "Unpaired preference, conversational",
      columns: "prompt, completion, label, id",
      hint: "The same as lists of messages, for models with a chat template.",
    },
  } satisfies Record<Format, { name: string; columns: string; hint: string }>,

  provenance: {
    download: "Provenance of the rejected sides",
    hint: "For leads: what the models were told, scores and labels, by row. Never part of what a model is trained on; each download is in the audit log.",
  },

  release: {
    description:
      "Releasing writes the rows as a file to download, with its manifest, data card and training README.",
    action: "Release",
    actionAs: (name: string) => `Release as ${name}`,
    busy: "Writing the file…",
    notReleased: "Not released. A lead makes the file available here.",
    download: "Download",
    downloadAs: (name: string) => `Download ${name}`,
    compressed: "Compressed",
    manifest: "Manifest",
    card: "Data card",
    readme: "Training README",
    done: (name: string) => `Released as ${name}`,
    sha: "SHA-256",
    copySha: "Copy the SHA-256 of the file",
  },

  size: (bytes: number) =>
    bytes < 1000
      ? `${bytes} B`
      : bytes < 1_000_000
        ? `${(bytes / 1000).toFixed(1)} kB`
        : `${(bytes / 1_000_000).toLocaleString("en", { maximumFractionDigits: 1 })} MB`,
} as const;
