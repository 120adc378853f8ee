import { z } from "zod";
import {
  AnswerReply,
  AssessReply,
  CompareReply,
  DeliberateReply,
  ExamineReply,
  GradeReply,
  IntentReply,
  PlainReply,
  RefineReply,
  WhisperReply,
} from "./reply.ts";

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
  z.object({ stage: z.literal("sample"), ...outsideRounds, reply: AnswerReply }),
  z.object({ stage: z.literal("whisper"), ...place, round: z.int().positive(), reply: WhisperReply }),
  z.object({ stage: z.literal("believe"), ...place, round: z.int().positive(), reply: AnswerReply }),
  // Outside the rounds it is the chain of thought to select that is assessed, or a sample.
  z.object({
    stage: z.literal("assess"),
    ...place,
    round: z.int().positive().nullable(),
    reply: AssessReply,
  }),
  z.object({ stage: z.literal("answer"), ...outsideRounds, reply: PlainReply }),
  z.object({ stage: z.literal("examine"), ...outsideRounds, reply: ExamineReply }),
]);

export type Turn = z.infer<typeof Turn>;
