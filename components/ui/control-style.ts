/** The look that text inputs, selects and text areas share. 16 px on touch screens, where smaller text makes phones zoom in. */
export const controlStyle =
  "w-full rounded-md border border-line-strong bg-surface text-base text-ink transition-colors duration-100 " +
  "hover:border-ink-3 focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent " +
  "aria-invalid:border-bad disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-3 " +
  "[&[readonly]]:bg-sunken pointer-coarse:text-touch";
