/**
 * A pattern that finds any of some words or phrases, in any case. They are separated by commas; `kill*` also
 * finds *killing*, and what else a regular expression allows may be used within one.
 */
export function words(list: string): RegExp {
  return new RegExp(`\\b(?:${alternatives(list)})\\b`, "i");
}

/** As `words`, at the beginning of a text only. */
export function opening(list: string): RegExp {
  return new RegExp(`^(?:please )?(?:${alternatives(list)})\\b`, "i");
}

function alternatives(list: string): string {
  const items = list.trim().replaceAll(/\s+/g, " ").split(", ");
  return items.join("|").replaceAll(/(?<=\w)\*/g, "\\w*");
}
