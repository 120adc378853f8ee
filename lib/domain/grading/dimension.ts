/** What a chain of thought and its response are scored on, from 1 to 5: the six of arXiv 2505.21784. */
export const dimensions = [
  "relevance",
  "coherence",
  "completeness",
  "cot_policy",
  "response_policy",
  "response_cot",
] as const;

export type Dimension = (typeof dimensions)[number];
