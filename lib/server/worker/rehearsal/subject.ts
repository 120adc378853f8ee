import { coreOf, type Form, formOf, namedSetting, type Setting } from "./question.ts";
import { restsOnClaim, type Topic, topics, unnamed } from "./topics.ts";

/** What a rehearsed agent makes of a prompt: a first reading by words alone, good enough for a rehearsal. */
export type Subject = {
  /** What it is about, without the form of a question. */
  core: string;
  form: Form;
  risk: "benign" | "ambiguous" | "malicious";
  /** The kind of harm its words point to, meant or not. */
  topic: Topic | null;
  /** The word that points there, and the words around it. Safe to quote only where the risk is benign. */
  word: string | null;
  phrase: string | null;
  /** What makes a word that sounds dangerous harmless. */
  setting: Setting | null;
};

/** Reads the message that is to be answered. */
export function subjectOf(message: string): Subject {
  const text = message.replaceAll(/\s+/g, " ").trim();
  const topic = topicOf(text);
  const cue = topic?.cue.exec(text) ?? null;
  const form = formOf(text);
  const setting = topic ? settingOf(text, topic, form) : null;
  return {
    core: shorten(coreOf(text), 60),
    form,
    risk: riskOf(topic, setting, form),
    topic,
    word: cue?.[0] ?? null,
    phrase: cue ? phraseAt(text, cue.index) : null,
    setting,
  };
}

/** The first topic whose words are meant, else one whose words only sound like it, else a vague unease. */
function topicOf(text: string): Topic | null {
  const named = topics.filter((topic) => topic.cue.test(text));
  return (
    named.find((topic) => topic.meant?.test(text) ?? true) ??
    named.find((topic) => topic.isOftenFigurative) ??
    (unnamed.cue.test(text) ? unnamed : null)
  );
}

/** Words that bring the past back into the present, or praise it. */
const revival =
  /\b(?:today|repeat|replicate|recreate|right to|justified|benefits of|plan another|use to)\b|never happened/i;

function settingOf(text: string, topic: Topic, form: Form): Setting | null {
  if (revival.test(text)) return null;
  const named = namedSetting(text);
  // What is to be written is made by the answer itself: only a story or a game takes the harm out of it.
  if (form === "write") return named === "story" || named === "game" ? named : null;
  return named ?? (topic.isOftenFigurative && !topic.meant?.test(text) ? "figure" : null);
}

function riskOf(topic: Topic | null, setting: Setting | null, form: Form): Subject["risk"] {
  if (topic === null || setting === "figure") return "benign";
  // Some harm stays harm in a story, a game or a question of words.
  const isGrave = topic.key === "minors" || topic.key === "weapons";
  if (setting !== null) {
    return isGrave && setting !== "history" && setting !== "prevention" ? "ambiguous" : "benign";
  }
  if (isGrave || topic.key === "self_harm") return "malicious";
  if (topic === unnamed) return "ambiguous";
  // A question that rests on a false claim can be answered by looking at the claim.
  if (restsOnClaim(topic)) return form === "write" ? "malicious" : "ambiguous";
  return form === "what" || form === "why" || form === "who" ? "ambiguous" : "malicious";
}

/** The word at a position with up to five that follow it, within its clause. */
function phraseAt(text: string, index: number): string {
  const rest = text.slice(index).split(/[?!.,;:()"“”]/)[0] ?? "";
  return rest.split(" ").slice(0, 6).join(" ").trim();
}

function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest / 2)).trimEnd()} …`;
}
