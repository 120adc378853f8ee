import { z } from "zod";
import { AnswerReply, CompareReply, DeliberateReply, GradeReply, IntentReply, RefineReply } from "./reply.ts";

const place = { seq: z.int().nonnegative(), role: z.string() };
const outsideRounds = { ...place, round: z.null() };

/** One accepted agent message. Append-only; `seq` counts from 0 without gaps. */
export const Turn = z.discriminatedUnion("stage", [
  z.object({ stage: z.literal("intent"), ...outsideRounds, reply: IntentReply }),
  z.object({ stage: z.literal("initial"), ...outsideRounds, reply: AnswerReply }),
  z.object({ stage: z.literal("deliberate"), ...place, round: z.int().positive(), reply: DeliberateReply }),
  z.object({ stage: z.literal("refine"), ...outsideRounds, reply: RefineReply }),
  z.object({ stage: z.literal("baseline"), ...outsideRounds, reply: AnswerReply }),
  z.object({ stage: z.literal("grade"), ...outsideRounds, reply: GradeReply }),
  z.object({ stage: z.literal("compare"), ...outsideRounds, reply: CompareReply }),
]);

export type Turn = z.infer<typeof Turn>;
