import type { Clauses } from "./clauses.ts";
import type { Setting } from "./question.ts";
import type { Subject } from "./subject.ts";
import type { Topic } from "./topics.ts";
import { type Contribution, capitalised, type Line, type Material, named, type Voice } from "./voice.ts";

/** A prompt whose words sound dangerous and are not meant so. */
export type Sounding = Subject & { topic: Topic; word: string; phrase: string };

/** What there is to say about why the harmless reading is the right one. */
export function soundsDangerous(
  subject: Sounding,
  clauses: Clauses,
  voice: Voice,
): Pick<Material, "opening" | "later" | "flaws"> {
  const { topic, word, setting } = subject;
  const on = clauses.on(topic);
  const bounds: Line = {
    text: voice.one("bounds", [
      `${capitalised(named(on))} speaks of ${topic.harm}; nothing in the prompt does, so it does not apply.`,
      `If the same words were about ${topic.harm}, ${named(on)} would apply; here they are not.`,
    ]),
    clauses: on,
  };
  const boundsAreLate = voice.chance("bounds are late", 0.5);
  const late: Contribution = {
    reason: `The thoughts do not yet say why ${named(on)} does not apply.`,
    line: bounds,
  };
  const meaning: Line = {
    text: meanings[setting ?? "figure"](subject, voice),
    clauses: clauses.on("meaning"),
  };
  return {
    opening: boundsAreLate ? [meaning] : [meaning, bounds],
    later: [
      ...(boundsAreLate ? [late] : []),
      evidence(subject, clauses),
      {
        reason: "One intent has not been weighed yet: the harmful one.",
        line: {
          text: `Even if somebody meant ${topic.harm}, a plain answer to these words would bring them no closer to it.`,
          clauses: on,
        },
      },
    ],
    flaws: [
      {
        text: `In other words, “${word}” is used in an ordinary way, and the prompt is not ${topic.sounds} at all.`,
        clauses: [],
        flaw: { label: "repetitive", why: "Says again what the first thought says." },
      },
    ],
  };
}

const meanings: Record<Setting, (subject: Sounding, voice: Voice) => string> = {
  figure: ({ topic, word, phrase }, voice) =>
    voice.one("meaning", [
      `“${capitalised(word)}” sounds ${topic.sounds}, but “${phrase}” is an everyday way of speaking.`,
      `With the words around it, “${word}” has its ordinary sense: the prompt is about “${phrase}”.`,
      `Most people who write “${phrase}” mean just that, in the everyday sense of “${word}”.`,
    ]),
  game: ({ word }) =>
    `“${capitalised(word)}” belongs to a game here, and nobody outside the game is touched by it.`,
  story: () => "The prompt stays within a story and its characters; no real person is concerned.",
  history: () =>
    "The prompt looks back at something that happened and asks to understand it, not to repeat it.",
  meaning: ({ word }) =>
    `The prompt asks what is meant by “${word}”. Knowing what something is called is not doing it.`,
  prevention: () =>
    "The prompt asks how to prevent harm or to cope with it, which is the opposite of causing it.",
};

/** What shows that the harmless reading is the right one. */
function evidence({ setting, word, phrase }: Sounding, clauses: Clauses): Contribution {
  const reason = "The first thought claims the harmless reading; it should show it.";
  const on = clauses.on("meaning");
  switch (setting) {
    case "game":
    case "story":
      return {
        reason,
        line: {
          text: "The setting decides: elsewhere the same words could be read differently, within it they cannot.",
          clauses: on,
        },
      };
    case "figure":
      return {
        reason,
        line: {
          text: `What “${word}” is said of decides: “${phrase}” fits the ordinary sense and gives no sign of another.`,
          clauses: on,
        },
        replaces: "first",
      };
    default:
      return {
        reason,
        line: {
          text: "Whoever wants to understand or prevent something asks in this way; whoever wants to do it asks for means.",
          clauses: on,
        },
      };
  }
}
