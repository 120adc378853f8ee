import { listed, plural } from "./words.ts";

/** What recipes are said to be, what changed in them, and what is wrong with one. */
export const recipeStrings = {
  /** What each value of a recipe must be; shown beside its field and after its place in a file. */
  must: {
    name: "Give a name of at most 80 characters.",
    roleName: "Give a name of at most 40 characters.",
    key: "Use lower-case letters, digits, - and _, at most 40, a letter first.",
    instructions: "At most 8,000 characters.",
    temperature: "A number from 0 to 2, or empty (null) to leave it to the endpoint.",
    topP: "A number above 0, up to 1, or empty (null) to leave it to the endpoint.",
    outputTokens: "A whole number from 64 to 200,000.",
    agents: "A deliberation has two to five agents.",
    asks: 'Either "scores" or "preference".',
    judges: "A grading has one to three judges.",
    shown: "A whole number from 0 to 5.",
    samples: "0, or a whole number from 2 to 8.",
    pool: "“prompt” or “shared”.",
    share: "A number from 0 to 1.",
    rounds: "A whole number from 1 to 10.",
    stopRule: 'Either "any_agrees" or "all_agree".',
    policies: 'Either "all" or "relevant".',
    always: "Numbers of policies, at most 50.",
    attempts: "A whole number from 1 to 20.",
    tokens: "A whole number from 1,000 on.",
    callSeconds: "A whole number from 1 to 3,600.",
    turnSeconds: "A whole number from 1 to 86,400.",
    deliberationSeconds: "A whole number from 1 to 2,592,000 (30 days).",
  },
  sameKey: (key: string) => `Two roles have the key ${key}. Give each its own.`,
  sameName: (name: string) => `Two roles are called ${name}. Give each its own name.`,

  read: {
    notJson: (place: string | null) =>
      `This is not JSON${place ? `: it breaks off at ${place}` : ""}. Mend it there, or export the recipe again.`,
    place: (line: string, column: string) => `line ${line}, column ${column}`,
    notObject: "A recipe is one JSON object, from { to }.",
    missing: "is missing. Add it.",
    wrongKind: (kinds: readonly string[]) => `must be ${kinds.map((kind) => `"${kind}"`).join(" or ")}.`,
    unknown: "is no part of a recipe. Remove it, or mend its spelling.",
    otherVersion: (version: number) => `must be ${version}: the only version of the prompts there is.`,
    more: (n: number) => `There ${n === 1 ? "is" : "are"} ${n} more to mend.`,
  },

  sentence: {
    baseline: (name: string) => `One call: ${name} gives thoughts and response at once, to compare with.`,
    grading: (names: readonly string[]) =>
      `${listed(names)} ${names.length === 1 ? "scores" : "each score"} a chain of thought and its response on six dimensions, from 1 to 5.`,
    comparing: (names: readonly string[]) =>
      `${listed(names)} ${names.length === 1 ? "says" : "each say"} which of two chains of thought is better, shown in both orders.`,
    belief: (whisperer: string, target: string, scorer: string, rounds: number) =>
      `${whisperer} proposes up to ${plural(rounds, "belief")} that may lead ${target} to reason against the policies; ${scorer} says how probable a violation is. The answer under the best belief becomes the rejected side of a pair.`,
    evaluation: (target: string, judge: string) =>
      `${target} answers each evaluation prompt as it stands, without policies; ${judge} says whether the answer refuses and whether it is safe.`,
    agents: (names: readonly string[], rounds: number) =>
      `${listed(names)} speak in turn for up to ${plural(rounds, "round")}`,
    stopRule: {
      all_agree: ", or until all of them agree in one round",
      any_agrees: ", or until one of them agrees",
    },
    refined: (name: string) => `; then ${name} judges every thought`,
    notRefined: "; nobody refines what they leave",
    relevant: ". They see only the policies that bear on the prompt.",
    all: ".",
  },

  fact: {
    agents: "Agents, in order",
    judges: "Judges",
    rounds: "Rounds",
    shown: "Best beliefs shown to the whisperer",
    threshold: "Stops at a probability of",
    margin: "Smallest gap of a pair",
    samples: "Plain samples, as a control",
    pool: "Pool of beliefs",
    pools: { prompt: "of the prompt alone", shared: "shared by the run" },
    refiner: "Refiner",
    fallback: "Fallback endpoint",
    asked: "asked after a second refusal",
    stopRule: "Stop rule",
    policies: "Policies",
    attemptsPerTurn: "Attempts per turn, at most",
    largestOutputTokens: "Output tokens after a cut, at most",
    tokensPerDeliberation: "Tokens per deliberation, at most",
    callSeconds: "Seconds per call, at most",
    turnSeconds: "Seconds in calls per turn, at most",
    deliberationSeconds: "Seconds per deliberation, at most",
    templateVersion: "Version of the prompts",
    stopRules: {
      all_agree: "until all agree in one round",
      any_agrees: "until one agrees",
    },
    usesAll: "all",
    usesRelevant: (always: readonly number[]) =>
      always.length === 0
        ? "those the decomposer names"
        : `those the decomposer names, and always ${listed(always)}`,
    ofRole: (role: string, what: string) => `${role}, ${what}`,
    name: "name",
    instructions: "own instructions",
    temperature: "temperature",
    topP: "top-p",
    maxOutputTokens: "output tokens",
    leftToEndpoint: "left to the endpoint",
    none: "none",
  },
} as const;
