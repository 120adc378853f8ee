/**
 * A 32-bit seed from any texts and numbers (FNV-1a, then a mixing step so that near inputs part).
 * Equal parts give an equal seed on every machine; nothing here is secret.
 */
export function seedFor(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of parts.join("\u001f")) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The seed that goes with a call, 31 bits wide. Another attempt at a turn is another throw of the dice.
 *
 * @param planSeed of the run's plan
 * @param n number of the attempt within the turn, from 1
 */
export function callSeed(planSeed: number, deliberationId: string, seq: number, n: number): number {
  return seedFor(planSeed, deliberationId, seq, n - 1) >>> 1;
}

/** A number in [0, 1) that is always the same for the same parts. */
export function fraction(...parts: readonly (string | number)[]): number {
  return seedFor(...parts) / 2 ** 32;
}
