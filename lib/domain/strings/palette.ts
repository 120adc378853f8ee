/** The palette: everything by its name. */
export const paletteStrings = {
  title: "Go to, filter or do",
  placeholder: "Go to, filter or do…",
  nothing: "Nothing here has these words.",
  goTo: "Go to",
  filter: "Records",
  thisRecord: "This record",
  thisPair: "This pair",
  list: (name: string) => `Records: ${name}`,
  severity: (name: string) => `Records of severity: ${name}`,
  record: (ref: string) => `Record ${ref}`,
  prompt: (number: string) => `Prompt ${number}`,
  run: (number: string) => `Run ${number}`,
} as const;
