let frame = 0;

/**
 * Focuses a thought or the response once it is drawn, and brings it into view. Where a text has been entered meanwhile the
 * focus stays there: what is typed next would be taken for keys of the room.
 */
export function focusElement(id: string): void {
  const before = document.activeElement;
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => {
    const now = document.activeElement;
    if (now !== before && now?.matches("textarea, input")) return;
    const element = document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(id)}"]`);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest" });
  });
}

/** Of what stands after a place, else before it, the nearest that is still there. */
export function nearest(
  ids: readonly string[],
  id: string,
  isThere: (id: string) => boolean,
): string | undefined {
  const place = ids.indexOf(id);
  return [...ids.slice(place), ...ids.slice(0, place).reverse()].find(isThere);
}
