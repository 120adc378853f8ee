/** Text that PostgreSQL takes: no NUL, no half surrogate pairs. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}
