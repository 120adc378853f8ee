/** What one row may hold at most; beyond it the row is faulty. */
export const importLimits = {
  /** All messages of a prompt together. */
  promptCharacters: 200_000,
  /** Thoughts and response together. */
  cotCharacters: 400_000,
  thoughts: 1_000,
  /** Category, subcategory, severity, licence, data set. */
  labelCharacters: 200,
} as const;
