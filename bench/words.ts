const letters = "abcdefghijklmnopqrstuvwxyz0123456789";

/**
 * Words of seven characters that do not repeat, so that no database makes them shorter. The same seed gives the same words.
 *
 * @returns makes a text of so many characters
 */
export function randomWords(seed: number): (characters: number) => string {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return letters[Math.floor((state / 2 ** 32) * letters.length)] ?? "";
  };
  return (characters) => Array.from({ length: characters }, (_, n) => (n % 8 === 7 ? " " : next())).join("");
}
