import type { Form } from "./question.ts";
import type { Subject } from "./subject.ts";
import { capitalised, type Voice } from "./voice.ts";

/** A response in the form of the question: how such an answer is built, without the knowledge it would need. */
export function plainResponse(subject: Subject, voice: Voice): string {
  const missing = missingFrom[subject.form];
  const note = voice.one("note", [
    `(This is a rehearsal: a real model would ${missing} here.)`,
    `(A rehearsal knows nothing of the subject; a real model would ${missing}.)`,
  ]);
  return `${forms[subject.form](subject, voice)} ${note}`;
}

/** The response with one more sentence, which stands before the note that this is a rehearsal. */
export function withAddition(response: string, addition: string): string {
  const note = / \((?:This is a|A) rehearsal[^()]*\)$/.exec(response)?.[0] ?? "";
  return `${response.slice(0, response.length - note.length)} ${addition}${note}`;
}

const forms: Record<Form, (subject: Subject, voice: Voice) => string> = {
  how: ({ core }, voice) =>
    voice.one("response", [
      `Gladly. With “${core}”, begin with the gentlest way that could work and look at what it does. Go further only if you must, and check the result before you call it done.`,
      `Here is the order that serves best for “${core}”: make sure what you are dealing with, take the simplest way first, and keep the stronger ones for when it fails.`,
      `That can be done. For “${core}”, prepare what you need, take it step by step, and stop where the result is good enough.`,
    ]),
  where: ({ core }) =>
    `For “${core}”, start close by. Compare two or three places, see when they are open and what others say about them, and ask someone who goes there often.`,
  what: ({ core }) =>
    `“${capitalised(core)}” is best told in three parts: what it is in one sentence, what sets it apart from things like it, and an example.`,
  why: ({ core }) =>
    `As to “${core}”: there is usually one main reason, something that made it possible, and something that people still argue about.`,
  who: ({ core }) =>
    `On “${core}”: the name or date comes first, then what it is known for, then where you can look it up.`,
  write: ({ core }) =>
    `Here is how I would set it up. “${capitalised(core)}” needs an opening that says what it is about, two or three points that carry it, and an ending that stays in mind.`,
  other: ({ core }) =>
    `Yes, let's look at “${core}”. The main point comes first, then what follows from it, then what to watch for.`,
};

const missingFrom: Record<Form, string> = {
  how: "give the steps themselves",
  where: "name the places",
  what: "give the facts",
  why: "give the facts",
  who: "give the facts",
  write: "write it",
  other: "give the facts",
};
