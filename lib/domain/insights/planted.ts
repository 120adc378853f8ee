import { z } from "zod";
import type { Content } from "#lib/domain/record/content.ts";
import { insightStrings } from "#lib/domain/strings/insights.ts";
import type { Detection } from "./my-work.ts";

/** The most records of a hundred that may be planted ones. */
export const mostPlanted = 20;

/** How many records of a hundred are planted ones. */
export const PlantedPercent = z.coerce
  .number(insightStrings.planted.percentOutOfRange)
  .int(insightStrings.planted.percentOutOfRange)
  .min(0, insightStrings.planted.percentOutOfRange)
  .max(mostPlanted, insightStrings.planted.percentOutOfRange);

/** What to plant: a copy of a record, as it is or with a flaw written into one of its thoughts. */
export const Planting = z.object({
  ref: z.string().trim().min(1, insightStrings.planted.refMissing),
  flaw: z.object({ thoughtId: z.string(), text: z.string().trim().min(1).max(200_000) }).nullable(),
});

export type Planting = z.output<typeof Planting>;

/** A record that could be planted, with its thoughts to write a flaw into. */
export type PlantSource = {
  ref: string;
  /** Rejected ones are bad as they are; approved ones need a flaw. */
  needsFlaw: boolean;
  prompt: string;
  thoughts: { id: string; text: string }[];
};

/** A planted record as a lead sees it. Counts are those of reviews that are a day old. */
export type PlantedRow = {
  ref: string;
  sourceRef: string;
  /** The thought that was made flawed; null where the whole is bad. */
  flaw: string | null;
  reviewed: number;
  noticed: number;
  withdrawn: boolean;
};

/** What a lead sees of planted flaws. */
export type Planted = {
  percent: number;
  rows: PlantedRow[];
  /** By name. */
  people: { name: string; detection: Detection }[];
};

/** The text of a record, with a flaw where one is wanted, and nothing that tells where or that people had it before. */
export function withFlaw(content: Content, flaw: Planting["flaw"]): Content {
  return {
    ...content,
    thoughts: content.thoughts.map(({ edited, ...thought }) => ({
      ...thought,
      ...(edited && edited.by.kind !== "person" && { edited }),
      ...(thought.id === flaw?.thoughtId && { text: flaw.text }),
    })),
  };
}
