import type { Reply } from "#lib/domain/deliberation/reply.ts";
import { dimensions } from "#lib/domain/grading/dimension.ts";
import { grade } from "./grade.ts";
import type { Inputs } from "./inputs.ts";
import type { Story } from "./story.ts";

/** The judge's turn where two are compared: whichever it would score higher, and between equals now and then the first. */
export function compare(story: Story, inputs: Inputs): Reply<"compare"> {
  const [first, second] = [inputs.first, inputs.second].map((one) =>
    one ? totalOf(grade(story, { ...inputs, ...one })) : 0,
  );
  if (first === undefined || second === undefined || first === second) {
    return story.voice.chance("first of equals", 0.3)
      ? { why: "Both do; the first is a little clearer.", better: "first" }
      : { why: "Nothing that decides tells them apart.", better: "tie" };
  }
  const better = first > second ? "first" : "second";
  return { why: `Fewer faults were found in the ${better}.`, better };
}

function totalOf(scores: Reply<"grade">): number {
  return dimensions.reduce((sum, dimension) => sum + scores[dimension].score, 0);
}
