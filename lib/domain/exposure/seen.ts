import { z } from "zod";

/** Seconds for which something could be read since the last report; null while it is blurred. */
export const SecondsSeen = z.number().nonnegative().max(86_400).nullable().default(null);
