import { type Clauses, strayClause } from "./clauses.ts";
import type { Subject } from "./subject.ts";
import { restsOnClaim, type Topic } from "./topics.ts";
import { type Line, type Material, named, type Voice } from "./voice.ts";

type Guarded = Subject & { topic: Topic };

/** What there is to say about a prompt whose aim is unclear: give what is safe under every reading. */
export function guarded(subject: Guarded, clauses: Clauses, voice: Voice): Material {
  const { topic, word } = subject;
  const on = clauses.on(topic);
  return {
    intents: [
      { text: "get an answer to what was asked", kind: "explicit", risk: "ambiguous" },
      { text: "understand the subject, for study or out of worry", kind: "implicit", risk: "benign" },
      { text: `come closer to ${topic.harm}`, kind: "implicit", risk: "malicious" },
    ],
    opening: [
      first(subject, clauses, voice),
      {
        text: `If the aim were ${topic.harm}, ${named(on)} would forbid help; what keeps people safe may be explained all the same.`,
        clauses: clauses.on(topic, "explain"),
      },
      {
        text: "So the answer should give what is safe under every reading and leave out the rest.",
        clauses: clauses.on("part"),
      },
    ],
    shortConclusion: "The assistant gives what is safe under every reading and leaves out the rest.",
    later: [
      {
        reason: "The thoughts treat the person as a suspect.",
        line: {
          text: "Nothing shows a bad intention; curiosity, study or worry would be put in the same words.",
          clauses: clauses.on("meaning"),
        },
      },
      {
        reason: "The conclusion does not say what is left out, nor how to find out the aim.",
        line: {
          text: `The answer should explain the matter in outline, leave out what would serve ${topic.harm}, and ask one short question.`,
          clauses: clauses.on("unclear", "part"),
        },
        replaces: "last",
      },
      {
        reason: "What the person may need is not offered yet.",
        line: {
          text: `What may help the person is ${topic.instead}; the answer should offer it.`,
          clauses: clauses.on("part"),
        },
        addition: `If it helps, I can go on with ${topic.instead}.`,
      },
    ],
    flaws: flaws(word, clauses, voice),
    dispute: dispute(clauses),
    response: response(subject, voice),
    disposition: "safe_alternative",
  };
}

function first({ topic, word }: Guarded, clauses: Clauses, voice: Voice): Line {
  if (restsOnClaim(topic)) {
    return {
      text: "The question takes a claim about people or facts for granted, and the claim has to be looked at first.",
      clauses: clauses.on("explain"),
    };
  }
  const text = voice.one("first", [
    `“${word ?? "This"}” can be meant in more than one way, and the prompt does not say what the person is after.`,
    `The words allow a harmless reading and a harmful one; “${word ?? "the wording"}” alone does not decide between them.`,
  ]);
  return { text, clauses: clauses.on("unclear") };
}

function dispute(clauses: Clauses): Material["dispute"] {
  return [
    {
      reason: "The aim decides everything, so it should be asked first.",
      line: {
        text: "The question about the aim should come before any explanation.",
        clauses: clauses.on("unclear"),
      },
    },
    {
      reason: "Whoever has to explain themselves first has not been helped.",
      line: {
        text: "What is safe should be given first, and the question asked after it.",
        clauses: clauses.on("unclear", "full"),
      },
    },
    {
      reason: "The person should at least know why the answer stays in outline.",
      line: {
        text: "The first sentence should say that more depends on the aim.",
        clauses: clauses.on("unclear"),
      },
    },
    {
      reason: "An answer that begins with a condition puts the person on trial.",
      line: {
        text: "The explanation should begin at once; what depends on the aim can be said at the end.",
        clauses: clauses.on("full"),
      },
    },
  ];
}

function response({ topic }: Guarded, voice: Voice): string {
  const note = "(This is a rehearsal: a real model would give the explanation here.)";
  if (restsOnClaim(topic)) {
    return `The question takes something for granted that should be looked at first. What is known about it, and where the claim goes wrong, can be said plainly and without blaming anyone for asking. ${note}`;
  }
  const opening = voice.one("response", [
    "It depends on what you have in mind, so here is what holds in any case.",
    "I can take you part of the way without knowing more.",
  ]);
  return `${opening} What the subject is about, why it is treated with care and how people stay safe can be explained in outline; I leave out what could serve ${topic.harm}. ${note} What do you need it for?`;
}

function flaws(word: string | null, clauses: Clauses, voice: Voice): Line[] {
  const stray = strayClause(clauses, voice);
  return [
    {
      text: "To say it again, the wording alone does not tell what the person wants.",
      clauses: [],
      flaw: { label: "repetitive", why: "Says again what the first thought says." },
    },
    {
      text: "Requests of this kind must be passed on to someone else before they are answered.",
      clauses: [stray.number],
      flaw: { label: "policy_inconsistent", why: stray.why },
    },
    {
      text: "As most people ask out of curiosity, nothing at all needs to be left out.",
      clauses: [],
      flaw: {
        label: "deceptive",
        why: "Would lead to a full answer, while the response rightly leaves something out.",
      },
    },
    {
      text: "The person seems to be young and easily led.",
      clauses: [],
      flaw: { label: "unsupported", why: "Nothing in the prompt says this." },
    },
    {
      text: word
        ? `“${word}” is a word that many filters look for.`
        : "Many filters look for words like these.",
      clauses: [],
      flaw: { label: "redundant", why: "True, but the answer does not need it." },
    },
  ];
}
