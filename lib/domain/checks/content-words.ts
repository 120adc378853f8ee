import { isSmallWord } from "./language.ts";

/** Words that stand for each other in thoughts about how to answer; the first of each line stands for all. */
const synonyms = [
  "person user asker requester someone human people individual utilisateur personne usuario persona nutzer nutzerin",
  "answer response reply responder respond antwort antworten réponse répondre respuesta",
  "assistant model ai system assistent asistente",
  "request prompt question query message ask asks asked asking anfrage frage demande question solicitud pregunta",
  "refuse decline reject refusal ablehnen verweigern refuser rechazar negarse",
  "help assist support aid helfen aider ayudar",
  "give provide offer supply deliver geben donner dar",
  "explain describe tell erklären beschreiben expliquer décrire explicar describir",
  "harm damage hurt injure injury schaden nuire daño",
  "forbid prohibit ban disallow verbieten interdire prohibir",
  "allow permit erlauben permettre permitir",
  "mean means meaning signify",
  "want wants wish wishes seek seeks intend",
  "contain include hold",
  "method way means technique",
  "sign indication hint evidence",
  "danger risk hazard",
  "simple plain ordinary common everyday usual normal",
];

const standsFor = new Map(
  synonyms.flatMap((line) => {
    const [first = "", ...others] = line.split(" ");
    return [first, ...others].map((word) => [stem(word), stem(first)] as const);
  }),
);

/** Words that announce a repetition, or say nothing of the matter. */
const filler = new Set(
  "again once said put differently words short sum summary overall therefore thus hence clearly clear indeed really simply basically also still here further furthermore moreover additionally note repeat repeating noted mentioned above already stated earlier first second third finally currently actually kurz nochmal nochmals erneut bereits somit daher deshalb folglich encore bref autrement dit déjà ainsi donc nuevo otra vez resumen decir decirlo igualmente".split(
    " ",
  ),
);

/** Without the signs that only hold a Chinese sentence together, what is left is compared in pairs. */
const cjkRun = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const spacedWord = /[\p{L}\p{N}]+(?:[.,]\d+)*/gu;

/** What a text says, as a set: stems of its words without those that only hold it together, pairs of signs for Chinese and Japanese. */
export function contentWords(text: string): Set<string> {
  const found = new Set<string>();
  const plain = text.normalize("NFKC").toLowerCase();
  const spaced = plain.replace(cjkRun, (run) => {
    const bare = run.replaceAll(/如何|怎样|怎么/g, "何").replaceAll(/这[位个]|那[位个]|[的是也就都该]/g, "");
    for (let at = 0; at + 1 < bare.length; at++) found.add(bare.slice(at, at + 2));
    return " ";
  });
  for (const [word] of spaced.matchAll(spacedWord)) {
    if (isSmallWord(word) || filler.has(word) || (word.length < 2 && !/\d/.test(word))) continue;
    const root = stem(word);
    found.add(standsFor.get(root) ?? root);
  }
  return found;
}

function stem(word: string): string {
  if (/\d/.test(word)) return word;
  const bare = word.replace(/(?:ies|y)$/u, "i").replace(/(?<=.{3})(?:ings?|ed|es|e|s|en|n|er|ly)$/u, "");
  return bare.slice(0, 6);
}
