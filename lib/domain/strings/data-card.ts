import type { ContaminatedPart } from "#lib/domain/evaluation/contamination.ts";
import type { Format, ItemKind } from "#lib/domain/export/formats.ts";
import type { LeftOutReason } from "#lib/domain/export/left-out.ts";
import type { PairOrigin } from "#lib/domain/pair/view.ts";
import { percent, plural } from "./words.ts";

const rows = (n: number) => plural(n, "row");

/** The sentences of a data card: what is handed over with a release, for whoever trains on it. */
export const dataCardStrings = {
  rows,
  syntheticTitle: "Synthetic: not for training, no evidence of quality",
  synthetic: (made: number, all: number) =>
    `${made === all ? "All" : `${made.toLocaleString("en")} of ${all.toLocaleString("en")}`} rows come from the rehearsal endpoint, a script that stands in for a model so that the tool can be tried. They prove that the pipes hold water and nothing else: no statement about any model, policy or person follows from them.`,
  what: {
    title: "What it is",
    sentence: {
      revision: (project: string, snapshot: number) =>
        `Chains of thought with the responses they lead to, reasoned over the policies of the project “${project}”, each approved by a person. The file is a release of snapshot ${snapshot}.`,
      pair: (project: string, snapshot: number) =>
        `Preferences between two chains of thought with the responses they lead to, reasoned over the policies of the project “${project}”. The chosen side was approved by a person, and a person who was not told which side is which kept the pair. The file is a release of snapshot ${snapshot}.`,
    } satisfies Record<ItemKind, (project: string, snapshot: number) => string>,
    onePerPrompt: "It has one row per prompt.",
    format: {
      aidsafe:
        "Each line is a JSON object. `prompt` is the user's message; a conversation is written turn by turn after `System:`, `User:` or `Assistant:`. `thoughts` is the chain of thought as text, a blank line between thoughts. `response` is the answer.",
      messages:
        "Each line is a JSON object with `messages`, as chat templates take them. Earlier turns and system text are kept. The last message is the assistant's: the chain of thought between `<think>` and `</think>`, then the response. Where a text itself quoted these tags, they are written with square brackets.",
      "messages-reasoning":
        "Each line is a JSON object with `messages`, as chat templates take them. Earlier turns and system text are kept. The last message is the assistant's: `content` is the response, `reasoning_content` the chain of thought.",
      "messages-thinking":
        "Each line is a JSON object with `messages`, as chat templates take them. Earlier turns and system text are kept. The last message is the assistant's: `content` is the response, `thinking` the chain of thought.",
      stepwise:
        "Each line is a revision that people judged on the way to the approved one, as it was given to them. `completions` are its thoughts, `labels` say of each whether it may stand as it is: it was called sound and its text was left alone. Any other label (redundant, repetitive, deceptive, policy inconsistent, unsupported), and having been rewritten or removed, is `false`. `judgements` holds what each person said, as the label or `edited` or `removed`. Where people differ a lead's ruling counts, else what most said; a row ends before the first thought on which they are divided or that nobody judged. A record that went through several rounds has a row for each revision that was judged.",
      preference:
        "Each line is a JSON object in TRL's preference format. `prompt` is the user's message; a conversation is written turn by turn after `System:`, `User:` or `Assistant:`. `chosen` and `rejected` are answers to it: the chain of thought between `<think>` and `</think>`, then the response.",
      "preference-messages":
        "Each line is a JSON object in TRL's conversational preference format: `prompt`, `chosen` and `rejected` are lists of messages. The chain of thought stands between `<think>` and `</think>` before the response.",
      unpaired:
        "Each line is one side of a pair, in TRL's unpaired preference format: `completion` is an answer to `prompt`, the chain of thought between `<think>` and `</think>` before the response, and `label` says whether it is to be preferred. A side that stands in several pairs is one line. What a model said under a planted belief is not here: it leaves only as `rejected`, in the preference formats.",
      "unpaired-messages":
        "The same with `prompt` and `completion` as lists of messages: each line is one side of a pair, and `label` says whether it is to be preferred. A side that stands in several pairs is one line. What a model said under a planted belief is not here: it leaves only as `rejected`, in the preference formats.",
    } satisfies Record<Format, string>,
    id: {
      revision:
        "`id` is the record and its revision, as in `12.184@3`. The same id always holds the same text, and leads back to every turn, edit and review behind it.",
      pair: "`id` is the chosen side, its record and revision as in `12.184@3`, then the rejected one, a turn as in `14.184#6` or a revision. The same id always holds the same text, and leads back to every turn, edit and review behind it.",
    } satisfies Record<ItemKind, string>,
  },
  how: {
    title: "How it was made",
    deliberated:
      "Agents deliberated over each prompt under the policies below: they named the intents behind it, wrote thoughts that cite clauses, revised them in rounds, and a refiner removed what was repetitive, deceptive or against policy.",
    baseline: (n: number) =>
      `${rows(n)} ${n === 1 ? "comes" : "come"} from a single call that gave thoughts and response at once, without deliberation.`,
    imported: (n: number) =>
      `${rows(n)} ${n === 1 ? "holds" : "hold"} a chain of thought that was imported, not deliberated here.`,
    reviewed: "People then judged each chain of thought, changed what was wrong and approved it.",
    onlyApproved: "Only the approved revision is here.",
    edited: (n: number) =>
      n === 0
        ? "No row was changed by a person."
        : `${rows(n)} ${n === 1 ? "was" : "were"} changed by a person.`,
    reviewers: (n: number) =>
      `${plural(n, "person", "people")} approved the rows; who they are is not part of the release.`,
    recipe: (name: string, version: number, kind: string, n: number) =>
      `${name} v${version} (${kind}): ${rows(n)}`,
    recipes: "Recipes",
    models: "Models",
    model: (model: string, endpoint: string, version: number, roles: string, synthetic: boolean) =>
      `${model}, endpoint ${endpoint} v${version}, as ${roles}${synthetic ? " (synthetic)" : ""}`,
    policies: "Policies",
    policySet: (set: number, policies: string, n: number) => `Set ${set}: ${rows(n)}. ${policies}`,
    policy: (number: number, title: string, version: number) => `${number} ${title} (version ${version})`,
  },
  rejected: {
    title: "The rejected side, and how it can be misused",
    origins: {
      belief: (n: number) =>
        `${rows(n)}: a model was told something untrue before the prompt, and reasoned against the policies. What it was told stands in no row.`,
      edit: (n: number) => `${rows(n)}: what a reviewer was given, before they changed it.`,
      round: (n: number) => `${rows(n)}: what an earlier round of review began with.`,
    } satisfies Record<PairOrigin, (n: number) => string>,
    list: [
      "Rejected text is bad reasoning on purpose. It is there to be told from good reasoning, and must never be trained towards: a model that learns from it as if it were good, or from the pairs with their sides exchanged, learns to break the policies.",
      "Do not show it, quote it or mix it into other data without its counterpart and this card.",
      "People kept these pairs because the difference is plain. The file says nothing of cases that are close.",
    ],
  },
  sources: {
    title: "Sources and licences",
    sentence:
      "The prompts keep the terms of the data sets they came from. Check them before you pass this file on.",
    unnamed: "prompts without a named source",
    unknownLicence: "licence not stated on import",
    source: (name: string, licence: string, n: number) => `${name}: ${licence}, ${rows(n)}`,
  },
  gaps: {
    title: "What is not in it",
    reasons: {
      not_approved: "not approved",
      stale: "a clause that it cites has changed since",
      not_kept: "pairs that nobody has kept",
      planted: "known-bad examples used to check reviewers",
      evaluation: "of prompts that endpoints are evaluated with",
      erased: "erased",
      filtered: "not asked for by the filter",
      older_approval: "another record of the same prompt was approved later",
    } satisfies Record<LeftOutReason, string>,
    counted: {
      revision: (n: number) => plural(n, "record"),
      pair: (n: number) => plural(n, "pair"),
    } satisfies Record<ItemKind, (n: number) => string>,
    nothing: {
      revision: "Every record of the project is in it.",
      pair: "Every pair of the project is in it.",
    } satisfies Record<ItemKind, string>,
    erasedItems: (n: number) =>
      `${plural(n, "item was", "items were")} erased after the snapshot was frozen and left no row.`,
  },
  contamination: {
    title: "Evaluation prompts",
    sentence: (prompts: number, hits: number) =>
      `Looked for ${plural(prompts, "evaluation prompt")} of the project, by runs of eight words without regard to case and punctuation: ${hits === 0 ? "none was found in the rows." : `found in ${plural(hits, "place")}.`}`,
    hit: (ref: string, prompt: number, part: ContaminatedPart, overlap: number) =>
      `${ref}, ${part}: ${percent(overlap)} of evaluation prompt ${prompt}`,
    more: (n: number) => `${plural(n, "more place")}, in the manifest`,
  },
  limits: {
    title: "Known limits",
    list: [
      "A chain of thought shows reasoning that fits the policies. It is not proof of what a model computes.",
      "Policies are those of one organisation at one time. What is right under them may be wrong under others.",
      "Prompts may describe harm. They are requests, kept as they were given.",
      "Most rows were judged by few people. Read a sample before you train.",
    ],
  },
  check: {
    title: "Check the file",
    sentence: (file: string) => `\`sha256sum ${file}\` must print the hash in \`${file}.manifest.json\`.`,
  },
} as const;
