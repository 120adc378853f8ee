export const healthStrings = {
  databaseDown: "The database cannot be reached.",
  databaseSilent: "The database does not answer in time.",
} as const;
