/** Records visited in this tab, in order: what `←` and `→` go along. */
type Trail = { refs: string[] };

const key = (slug: string) => `colloquy.trail.${slug}`;

/** Notes a visit; a record that was visited before keeps its place. */
export function visit(slug: string, ref: string): void {
  const { refs } = read(slug);
  if (!refs.includes(ref)) write(slug, { refs: [...refs, ref].slice(-200) });
}

/** The record visited before this one in this tab; null if it was the first. */
export function visitedBefore(slug: string, ref: string): string | null {
  const { refs } = read(slug);
  return refs[refs.indexOf(ref) - 1] ?? null;
}

/** The record visited after this one in this tab; null if it was the last. */
export function visitedAfter(slug: string, ref: string): string | null {
  const { refs } = read(slug);
  return refs.includes(ref) ? (refs[refs.indexOf(ref) + 1] ?? null) : null;
}

function read(slug: string): Trail {
  try {
    const refs: unknown = JSON.parse(sessionStorage.getItem(key(slug)) ?? "[]");
    return { refs: Array.isArray(refs) ? refs.filter((ref) => typeof ref === "string") : [] };
  } catch {
    return { refs: [] };
  }
}

function write(slug: string, { refs }: Trail): void {
  try {
    sessionStorage.setItem(key(slug), JSON.stringify(refs));
  } catch {
    // Without storage, `←` has nowhere to go.
  }
}
