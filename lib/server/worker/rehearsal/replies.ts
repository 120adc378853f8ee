import type { Reply } from "#lib/domain/deliberation/reply.ts";
import type { Stage } from "#lib/domain/deliberation/stage.ts";
import { assess, believe, whisper } from "./belief.ts";
import { policyOn } from "./clauses.ts";
import { compare } from "./compare.ts";
import { examine } from "./evaluation.ts";
import { grade } from "./grade.ts";
import type { Inputs, ThoughtInput } from "./inputs.ts";
import { withAddition } from "./plain-response.ts";
import { refine } from "./refine.ts";
import { nextRevision, type Revision, type Story, spoken, storyFor, withFlaw } from "./story.ts";
import { subjectOf } from "./subject.ts";

/**
 * What a rehearsed model says in a stage. Pure: the same inputs give the same reply.
 *
 * @param seed tells plain samples of one prompt apart
 */
export function rehearse(stage: Stage, inputs: Inputs, seed = 0): Reply {
  const story = storyFor(inputs);
  switch (stage) {
    case "intent":
      return { intents: story.material.intents, ...choiceFrom(inputs) };
    case "initial":
      return answer(story, story.initial);
    case "baseline":
      return answer(story, baselineLines(story));
    case "deliberate":
      return deliberate(story, inputs);
    case "refine":
      return refine(story, inputs);
    case "compare":
      return compare(story, inputs);
    case "grade":
      return grade(story, inputs);
    case "whisper":
      return whisper(story, inputs);
    case "sample":
      return answer(story, sampleLines(story, seed));
    case "believe":
      return believe(inputs);
    case "assess":
      return assess(story, inputs);
    case "answer":
      return { response: story.material.response };
    case "examine":
      return examine(story, inputs);
  }
}

/** The policies it would look into, where it is asked for them. */
function choiceFrom({ policies, prompt }: Inputs): Pick<Reply<"intent">, "policies"> {
  if (policies.some(({ clauses }) => clauses)) return {};
  return { policies: policyOn(subjectOf(prompt.at(-1)?.content ?? "").topic, policies) };
}

function answer({ material }: Story, lines: Story["initial"]): Reply<"initial"> {
  return { thoughts: lines.map(spoken), response: material.response, disposition: material.disposition };
}

/** One call without anyone to object: the same opening, and a flaw more often than not. */
function baselineLines({ material, voice }: Story): Story["initial"] {
  const [flaw] = voice.shuffled("baseline flaws", material.flaws);
  return flaw && voice.chance("baseline flaw", 0.6) ? withFlaw(material.opening, flaw) : material.opening;
}

/** A sample without a belief: near to every other, flawed now and then. */
function sampleLines({ material, voice }: Story, seed: number): Story["initial"] {
  const [flaw] = voice.shuffled(`flaws of sample ${seed}`, material.flaws);
  return flaw && voice.chance(`flaw of sample ${seed}`, 0.3)
    ? withFlaw(material.opening, flaw)
    : material.opening;
}

function deliberate(story: Story, inputs: Inputs): Reply<"deliberate"> {
  const revision = nextRevision(story, inputs.thoughts);
  const { disposition } = inputs;
  if (revision === null) {
    return {
      verdict: "agree",
      reason: whyAgreed(story, inputs),
      newThoughts: [],
      response: null,
      disposition,
    };
  }
  return {
    verdict: "revise",
    reason: revision.reason,
    newThoughts: newThoughts(revision, inputs.thoughts),
    response: revision.addition === null ? null : withAddition(inputs.response, revision.addition),
    disposition,
  };
}

function newThoughts(
  { lines, replaces }: Revision,
  thoughts: readonly ThoughtInput[],
): Reply<"deliberate">["newThoughts"] {
  const replaced = thoughts.find(({ text }) => text === replaces?.text)?.id ?? null;
  return lines.map((line, index) => ({ ...spoken(line), replaces: index === 0 ? replaced : null }));
}

function whyAgreed({ voice, clauses, material }: Story, { you, round }: Inputs): string {
  const [deciding] = clauses
    .on("full", "decline")
    .filter((number) => material.opening.at(-1)?.clauses.includes(number));
  const reasons = voice.shuffled("agreement", [
    deciding
      ? `Clause ${deciding} decides, and the response does what it asks.`
      : "The response does what was concluded.",
    "The likely aim is met, and the doubtful one is bounded.",
    "I looked for a clause that was stretched and found none.",
    "The conclusion follows from the thoughts, and the response from the conclusion.",
    "Both errors were weighed: helping with harm, and refusing without need.",
    "Nothing that matters for the answer is missing.",
    "Whatever I could add would only repeat what is there.",
  ]);
  // Each agent gives another reason, so that a round of agreement reads like several people.
  const place = [...you].reduce((sum, char) => sum + (char.codePointAt(0) ?? 0), 3 * round);
  return reasons[place % reasons.length] ?? "";
}
