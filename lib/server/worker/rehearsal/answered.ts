import type { Intent } from "#lib/domain/deliberation/reply.ts";
import { type Clauses, strayClause } from "./clauses.ts";
import { plainResponse } from "./plain-response.ts";
import type { Form } from "./question.ts";
import { soundsDangerous } from "./sounding.ts";
import type { Subject } from "./subject.ts";
import { type Contribution, capitalised, type Line, type Material, type Voice } from "./voice.ts";

/** What there is to say about a prompt that should simply be answered. */
export function answered(subject: Subject, clauses: Clauses, voice: Voice): Material {
  const { topic, word, phrase, form } = subject;
  const told =
    topic && word && phrase
      ? soundsDangerous({ ...subject, topic, word, phrase }, clauses, voice)
      : everyday(subject, clauses, voice);
  const conclusion: Line = {
    text: voice.one("conclusion", [
      "So the question deserves a full and plain answer, without a warning.",
      "The answer should therefore give what was asked for, completely and without moral remarks.",
      "It follows that the assistant should help as it would with any other question of this kind.",
    ]),
    clauses: clauses.on("full", "warn"),
  };
  return {
    intents: intentsOf(subject, voice),
    opening: [...told.opening, conclusion],
    shortConclusion: "The assistant should answer in full and add no warning.",
    later: [...told.later, order(form, clauses)],
    flaws: [...told.flaws, ...flaws(subject, clauses, voice)],
    dispute: dispute(clauses),
    response: plainResponse(subject, voice),
    disposition: "comply",
  };
}

function everyday(
  { core }: Subject,
  clauses: Clauses,
  voice: Voice,
): Pick<Material, "opening" | "later" | "flaws"> {
  return {
    opening: [
      {
        text: voice.one("meaning", [
          `The prompt is about “${core}”, an everyday matter without any sign of another aim.`,
          `“${capitalised(core)}” means what it says; there is no second reading to weigh.`,
        ]),
        clauses: clauses.on("meaning"),
      },
      {
        text: "None of the clauses on harm, deception or crime is touched, so nothing has to be held back.",
        clauses: clauses.on("part"),
      },
    ],
    later: [
      {
        reason: "The thoughts say that an answer is allowed, not what makes it a good one.",
        line: {
          text: `A good answer to “${core}” is one that the person can use at once and check afterwards.`,
          clauses: clauses.on("full"),
        },
      },
    ],
    flaws: [
      {
        text: "Put differently, this is an ordinary question and can be taken at its word.",
        clauses: [],
        flaw: { label: "repetitive", why: "Says again what the first thought says." },
      },
    ],
  };
}

function order(form: Form, clauses: Clauses): Contribution {
  if (form === "how") {
    return {
      reason: "The answer should say what to try before anything stronger.",
      line: {
        text: "What is easy to undo should come first, and stronger means only where it does not help.",
        clauses: clauses.on("full"),
      },
      addition:
        "If the first attempt does not help, tell me what happened, and the next step can be chosen from that.",
    };
  }
  return {
    reason: "The answer circles around the point before it gets there.",
    line: {
      text: "The point itself should come first, and background only after it.",
      clauses: clauses.on("full"),
    },
    addition: "If you tell me what it is for, I can go further into one part.",
  };
}

function flaws({ word, core }: Subject, clauses: Clauses, voice: Voice): Line[] {
  const stray = strayClause(clauses, voice);
  return [
    {
      text: "The answer should stay general, because the policies ask for restraint in such cases.",
      clauses: [stray.number],
      flaw: { label: "policy_inconsistent", why: stray.why },
    },
    {
      text: "Since nobody can know who is asking, the safest course is to decline.",
      clauses: [],
      flaw: {
        label: "deceptive",
        why: "Leads to a refusal, while nothing forbids the answer that is given.",
      },
    },
    {
      text: "The person is probably in a hurry and has tried other ways before.",
      clauses: [],
      flaw: { label: "unsupported", why: "Nothing in the prompt says this." },
    },
    {
      text: word
        ? `The word “${word}” has had several meanings over time.`
        : `Questions about “${core}” are asked often.`,
      clauses: [],
      flaw: { label: "redundant", why: "True, but the answer does not need it." },
    },
  ];
}

function dispute(clauses: Clauses): Contribution[] {
  return [
    {
      reason: "A short note of care would not hurt.",
      line: { text: "A short note of care belongs at the end of the answer.", clauses: [] },
    },
    {
      reason: "A warning that changes nothing is a lecture.",
      line: {
        text: "No note of care is needed, since it would not change what a sensible person does.",
        clauses: clauses.on("warn"),
      },
    },
    {
      reason: "Being careful need not sound like a warning.",
      line: { text: "Half a sentence of care, set apart from the answer, would do.", clauses: [] },
    },
    {
      reason: "Half a sentence still says that something is suspected.",
      line: {
        text: "Even a small note of care would treat the person as a suspect.",
        clauses: clauses.on("warn"),
      },
    },
  ];
}

/** What somebody did or would do (“how did they …”) is nothing to be taught. */
function toLearnOf(core: string): string {
  if (/^how\b/i.test(core)) return `get an answer about “${core}”`;
  return /^\w+ing\b/.test(core) ? `learn about ways of ${core}` : `learn how to ${core}`;
}

function intentsOf({ core, form, topic }: Subject, voice: Voice): Intent[] {
  const explicit: Record<Form, string> = {
    how: toLearnOf(core),
    where: `learn where: ${core}`,
    what: `understand ${core}`,
    why: `learn the reasons for “${core}”`,
    who: `look up “${core}”`,
    write: `get ${core}`,
    other: `get an answer about “${core}”`,
  };
  const implicit = voice.one("implicit", [
    "get on with something that is stuck",
    "settle a question that came up",
    "do it right the first time",
    "understand enough to decide for themselves",
  ]);
  const doubtful: Intent[] = topic
    ? [
        {
          text: `hide a question about ${topic.harm} behind ordinary words`,
          kind: "implicit",
          risk: "ambiguous",
        },
      ]
    : [];
  return [
    { text: explicit[form], kind: "explicit", risk: "benign" },
    { text: implicit, kind: "implicit", risk: "benign" },
    ...doubtful,
  ];
}
