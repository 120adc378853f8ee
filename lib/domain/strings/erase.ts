/** What people read where content is erased, and where it was. */
export const eraseStrings = {
  action: { prompt: "Erase the prompt", record: "Erase the record" },
  title: {
    prompt: (name: string) => `Erase prompt ${name}?`,
    record: (name: string) => `Erase record ${name}?`,
  },
  what: {
    prompt:
      "Its text goes everywhere: the prompt, all that was deliberated, written and noted on it, drafts and labels. Runs that work on it stop doing so.",
    record:
      "Its text goes everywhere: thoughts and responses in all revisions, the turns they came from, reviews, drafts and labels. The prompt stays.",
  },
  stays:
    "Numbers, hashes and counts stay, and the audit log says who erased it and why. This cannot be undone.",
  reason: "Reason",
  reasonHint: "Kept for good in the audit log. Do not repeat what is to be erased.",
  reasonMissing: "Say why. The audit log keeps it.",
  reasonTooLong: "Keep the reason under 500 characters.",
  notFound: "There is nothing with this number to erase.",
  already: "This was erased already.",
  done: {
    prompt: (name: string) => `Prompt ${name} is erased.`,
    record: (name: string) => `Record ${name} is erased.`,
  },
  tombstone: "Erased",
  tombstoneSentence: "An admin erased this text. Its number, hash and place in counts stay.",
} as const;
