import { z } from "zod";

/** Nobody reads for longer between two reports. */
const most = 86_400;

/** Seconds for which something could be read since the last report; null while it is blurred. */
export const SecondsSeen = z
  .number()
  .nonnegative()
  .overwrite((seconds) => Math.min(seconds, most))
  .nullable()
  .default(null);
