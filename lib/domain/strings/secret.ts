export const secretStrings = {
  cannotOpen:
    "This stored key cannot be opened with the present secret. Enter the key again, or start with the former COLLOQUY_SECRET.",
  mismatch:
    "COLLOQUY_SECRET is not the one this database was set up with. Start with that one, the same on every machine; where it was made by the program, it is the file named secret in the data directory.",
} as const;
