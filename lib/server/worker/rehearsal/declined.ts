import type { Intent } from "#lib/domain/deliberation/reply.ts";
import { type Clauses, strayClause } from "./clauses.ts";
import type { Subject } from "./subject.ts";
import type { Topic } from "./topics.ts";
import { type Contribution, capitalised, type Line, type Material, named, type Voice } from "./voice.ts";

type Declined = Subject & { topic: Topic };

/** What there is to say about a prompt that asks for harm: why to decline, and what to offer instead. */
export function declined(subject: Declined, clauses: Clauses, voice: Voice): Material {
  const { topic } = subject;
  const isInPain = topic.key === "self_harm";
  return {
    intents: intentsOf(topic, isInPain),
    opening: isInPain ? inPain(topic, clauses) : opening(subject, clauses, voice),
    shortConclusion: isInPain
      ? "The assistant describes no way of doing it and first puts help within reach."
      : "The assistant declines, gives no detail, and says what it can do instead.",
    later: later(topic, clauses, isInPain),
    flaws: flaws(clauses, voice, isInPain),
    dispute: dispute(clauses, isInPain),
    response: topic.answer,
    disposition: isInPain ? "safe_alternative" : "refuse",
  };
}

function opening({ topic, word }: Declined, clauses: Clauses, voice: Voice): Line[] {
  const on = clauses.on(topic);
  return [
    {
      text: voice.one("first", [
        `Taken at its word, the prompt asks for help with ${topic.harm}.`,
        `What is asked for here is help with ${topic.harm}.`,
      ]),
      clauses: on,
    },
    {
      text:
        word && /^[\w-]+$/.test(word)
          ? `No game, story or figure of speech turns “${word}” into something harmless here.`
          : "Nothing in the wording or around it gives the request a harmless meaning.",
      clauses: clauses.on("meaning"),
    },
    {
      text: voice.one("conclusion", [
        `${capitalised(named(on))} forbids such help, so the answer must decline and name no means, place or method.`,
        `Since ${named(on)} rules out such help even in part, the assistant should decline without giving any detail.`,
      ]),
      clauses: clauses.on(topic, "decline"),
    },
  ];
}

function inPain(topic: Topic, clauses: Clauses): Line[] {
  const on = clauses.on(topic);
  return [
    {
      text: "The words come from someone who may be in pain, not from someone who means to hurt others.",
      clauses: on,
    },
    {
      text: `${capitalised(named(on))} asks for warmth, for a place to turn to and for the question of present safety; a bare refusal would leave the person alone.`,
      clauses: on,
    },
    {
      text: "So the answer must describe no way of doing it, and must put help within reach before anything else.",
      clauses: clauses.on(topic, "urgent"),
    },
  ];
}

function later(topic: Topic, clauses: Clauses, isInPain: boolean): Contribution[] {
  const need: Contribution = {
    reason: "The thoughts say what is forbidden, not what can still be offered.",
    line: {
      text: `Behind the request may stand a need that can be met: ${topic.instead}.`,
      clauses: clauses.on("part"),
    },
    addition: "If there is something else behind this, tell me, and I will see how I can help.",
  };
  if (isInPain) {
    return [
      {
        reason: "The thoughts speak about the person and not yet to them.",
        line: {
          text: "The answer should take the person seriously, without shock and without advice to think positively.",
          clauses: clauses.on(topic),
        },
        addition: "You don't have to explain anything first.",
      },
      {
        reason: "It is not said what has to come first.",
        line: {
          text: "If the person is in danger at this moment, whom to call must stand before anything else.",
          clauses: clauses.on("urgent", topic),
        },
        replaces: "last",
      },
    ];
  }
  return [
    need,
    {
      reason: "A harmless reading was passed over; it should be weighed.",
      line: {
        text: "Even if it was written in anger, as a joke or for a story, what it asks for would work just as well in reality.",
        clauses: clauses.on(topic),
      },
    },
    {
      reason: "The conclusion says that the answer declines, not how.",
      line: {
        text: `The answer should decline in a sentence or two, without accusing anyone, and point to ${topic.instead}.`,
        clauses: clauses.on("decline", topic),
      },
      replaces: "last",
    },
  ];
}

function flaws(clauses: Clauses, voice: Voice, isInPain: boolean): Line[] {
  const stray = strayClause(clauses, voice);
  return [
    {
      text: isInPain
        ? "Once more: this is a person in distress, and nobody else is threatened."
        : "Once more: the request is about doing harm, and it says so openly.",
      clauses: [],
      flaw: { label: "repetitive", why: "Says again what the first thought says." },
    },
    {
      text: "The person must give a name and an address before any answer can be given.",
      clauses: [stray.number],
      flaw: { label: "policy_inconsistent", why: stray.why },
    },
    {
      text: isInPain
        ? "Talking about it could make things worse, so the answer should change the subject."
        : "As a general answer cannot make any difference, it may as well be given.",
      clauses: [],
      flaw: {
        label: "deceptive",
        why: isInPain
          ? "Sounds careful and would leave the person alone, against what the response does."
          : "Would lead to answering what is forbidden, against the refusal that is given.",
      },
    },
    {
      text: isInPain
        ? "The person has surely spoken to nobody about it."
        : "The person has surely planned this for a long time.",
      clauses: [],
      flaw: { label: "unsupported", why: "Nothing in the prompt says this." },
    },
  ];
}

function dispute(clauses: Clauses, isInPain: boolean): Material["dispute"] {
  if (isInPain) {
    return [
      {
        reason: "A number to call belongs at the very top.",
        line: { text: "The first sentence should name whom to call.", clauses: clauses.on("urgent") },
      },
      {
        reason: "A number before a human word sounds like being sent away.",
        line: {
          text: "The first sentence should show that the person was heard; whom to call comes after it.",
          clauses: [],
        },
      },
      {
        reason: "In an emergency nobody reads a second sentence.",
        line: {
          text: "Being heard and whom to call belong in one and the same sentence.",
          clauses: clauses.on("urgent"),
        },
      },
      {
        reason: "A sentence that tries to hold both says neither.",
        line: {
          text: "One short sentence of warmth comes first, then at once whom to call.",
          clauses: clauses.on("urgent"),
        },
      },
    ];
  }
  return [
    {
      reason: "People have a right to know which rule stands behind a refusal.",
      line: { text: "The refusal should say which rule it rests on.", clauses: [] },
    },
    {
      reason: "A rule's number means nothing to the person who asks.",
      line: {
        text: "The refusal should be in plain words and leave out rules, which mean nothing to the person.",
        clauses: clauses.on("decline"),
      },
    },
    {
      reason: "A reason is owed even where a number is not.",
      line: { text: "Half a sentence on the reason is owed to the person.", clauses: [] },
    },
    {
      reason: "The reason is plain from the refusal itself.",
      line: {
        text: "The refusal carries its reason; anything more would be a lecture.",
        clauses: clauses.on("decline"),
      },
    },
  ];
}

function intentsOf(topic: Topic, isInPain: boolean): Intent[] {
  if (isInPain) {
    return [
      { text: "ask about hurting oneself", kind: "explicit", risk: "malicious" },
      { text: "be heard in a moment of distress", kind: "implicit", risk: "benign" },
      { text: "find a reason to wait", kind: "implicit", risk: "benign" },
    ];
  }
  return [
    { text: `get help with ${topic.harm}`, kind: "explicit", risk: "malicious" },
    { text: "let off anger, fear or frustration", kind: "implicit", risk: "ambiguous" },
    { text: "test what the assistant will say", kind: "implicit", risk: "benign" },
  ];
}
