const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** “1 turn”, “1,200 turns”. @param many where it is not `one` with an s */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}

/** A share as “38 %”. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** “Ada, Bo and Cy”. */
export function listed(words: readonly (string | number)[]): string {
  return list.format(words.map(String));
}
