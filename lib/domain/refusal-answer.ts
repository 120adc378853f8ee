import { z } from "zod";
import { refusalCodes } from "./errors.ts";

/** What a route says when it refuses. `detail` is what must be shown with it, such as both versions of a conflict. */
export const RefusalAnswer = z.object({
  error: z.object({
    code: z.enum(refusalCodes).catch("unavailable"),
    message: z.string(),
    detail: z.unknown().optional(),
  }),
});
