/** A line of tabs that do not fit moves, by itself alone, so that the current one is in its middle. */
export function keepTabInView(line: HTMLElement | null) {
  if (!line) return;
  const move = () => {
    const tab = line.querySelector("[data-state=active], [aria-current=page]");
    if (!tab) return;
    const [at, within] = [tab.getBoundingClientRect(), line.getBoundingClientRect()];
    line.scrollLeft += at.left + at.width / 2 - (within.left + within.width / 2);
  };
  const size = new ResizeObserver(move);
  const choice = new MutationObserver(move);
  size.observe(line);
  choice.observe(line, { subtree: true, attributeFilter: ["data-state", "aria-current"] });
  return () => {
    size.disconnect();
    choice.disconnect();
  };
}
