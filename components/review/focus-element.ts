/** Focuses a thought or the response once it is drawn, and brings it into view. */
export function focusElement(id: string): void {
  requestAnimationFrame(() => {
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
