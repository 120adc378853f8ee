/** Text that PostgreSQL takes: no NUL, no half surrogate pairs. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}

/** The same of all text in lists and plain objects, names included; everything else stays as it is. */
export function storableParts(value: unknown): unknown {
  if (typeof value === "string") return storable(value);
  if (Array.isArray(value)) return value.map(storableParts);
  if (typeof value !== "object" || value === null) return value;
  if (![Object.prototype, null].includes(Object.getPrototypeOf(value))) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [storable(name), storableParts(part)]),
  );
}
