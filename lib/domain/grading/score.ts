import { z } from "zod";
import type { Judged } from "#lib/domain/deliberation/subject.ts";
import type { Turn } from "#lib/domain/deliberation/turn.ts";
import { type Dimension, dimensions } from "./dimension.ts";

/** What a score rests on, as it is stored with it. */
export const Evidence = z.object({
  why: z.string(),
  /** Ids of thoughts of the revision. */
  thoughts: z.array(z.string()),
  /** Numbers as they were cited; they need not exist. */
  clauses: z.array(z.string()),
});

export type Evidence = z.infer<typeof Evidence>;

/** A judge's 1–5 on one dimension of a revision. */
export type Score = {
  /** Key of the judge's role. */
  judge: string;
  dimension: Dimension;
  value: number;
  evidence: Evidence;
};

/** All scores of the judges that spoke, by the ids that the thoughts have in the revision. */
export function scoresOf({ thoughts }: Pick<Judged, "thoughts">, turns: readonly Turn[]): Score[] {
  return turns.flatMap((turn) => {
    if (turn.stage !== "grade") return [];
    return dimensions.map((dimension) => {
      const { why, score, clauses, thoughts: named } = turn.reply[dimension];
      // A number that no thought has points nowhere.
      const ids = named.flatMap((number) => thoughts[Number(number) - 1]?.id ?? []);
      const evidence = { why, thoughts: [...new Set(ids)], clauses: [...new Set(clauses)] };
      return { judge: turn.role, dimension, value: score, evidence };
    });
  });
}
