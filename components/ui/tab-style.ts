/** The line that tabs stand on; it scrolls sideways where they do not fit, with room for the ring of focus inside. */
export const tabListStyle =
  "flex items-end gap-4 border-b border-line max-sm:-mx-1.5 max-sm:overflow-x-auto max-sm:px-1.5 max-sm:[scrollbar-width:none]";

/** A tab, chosen by `data-state` (views) or `aria-current` (links). */
export const tabStyle =
  "-mb-px inline-flex items-center gap-1.5 whitespace-nowrap border-b-2 border-transparent pt-1.5 pb-2 font-medium " +
  "text-ink-3 transition-colors duration-100 hover:text-ink focus-visible:rounded-sm max-sm:-mx-1.5 max-sm:px-1.5 max-sm:focus-visible:-outline-offset-2 " +
  "data-[state=active]:border-accent data-[state=active]:text-ink " +
  "aria-[current=page]:border-accent aria-[current=page]:text-ink pointer-coarse:py-3";
