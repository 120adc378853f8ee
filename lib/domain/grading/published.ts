import type { Dimension } from "./dimension.ts";

/** Mean scores of the zero-shot baseline and of AIDSAFE, as published in arXiv 2505.21784 (ACL Findings 2025). */
export const published: Record<Dimension, { base: number; other: number }> = {
  relevance: { base: 4.66, other: 4.68 },
  coherence: { base: 4.93, other: 4.96 },
  completeness: { base: 4.86, other: 4.92 },
  cot_policy: { base: 3.85, other: 4.27 },
  response_policy: { base: 4.85, other: 4.91 },
  response_cot: { base: 4.99, other: 5 },
};
