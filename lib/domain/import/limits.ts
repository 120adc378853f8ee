/** What a file may be at most to be taken, and what one row may hold; beyond that the row is faulty. */
export const importLimits = {
  /** As uploaded. */
  fileBytes: 512 * 1024 * 1024,
  /** Of the file's name; the end of a longer one is kept. */
  nameCharacters: 200,
  /** All messages of a prompt together. */
  promptCharacters: 200_000,
  /** Thoughts and response together. */
  cotCharacters: 400_000,
  thoughts: 1_000,
  /** Category, subcategory, severity, licence, data set. */
  labelCharacters: 200,
} as const;
