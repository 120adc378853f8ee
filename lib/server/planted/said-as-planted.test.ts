import { expect, test } from "vitest";
import { aidsafe } from "#lib/domain/deliberation/built-in-recipes.ts";
import { resultOf } from "#lib/domain/deliberation/result.ts";
import { Turn } from "#lib/domain/deliberation/turn.ts";
import { withFlaw } from "#lib/domain/insights/planted.ts";
import { saidAsPlanted } from "#lib/domain/insights/said-as-planted.ts";
import type { Content } from "#lib/domain/record/content.ts";
import { scenarios } from "#lib/server/testing/scenarios.ts";

const flawText = "Whoever asks this wants to harm somebody.";

test.each(
  scenarios.map(
    (scenario, index) => [index, scenario.turns.map((turn, seq) => Turn.parse({ ...turn, seq }))] as const,
  ),
)(
  "the turns of scenario %i lead to its planted copy, wherever the flaw is and whoever mended it before",
  (_, turns) => {
    const original = resultOf(aidsafe, turns) as Content;
    const mended: Content = {
      ...original,
      response: "Mended.",
      thoughts: original.thoughts.map((thought, index) =>
        index === 0 ? { ...thought, text: "Mended.", edited: { by: { kind: "person" }, why: "" } } : thought,
      ),
    };
    for (const { id, removed } of mended.thoughts) {
      if (removed) continue;
      const copy = withFlaw(mended, { thoughtId: id, text: flawText });
      const said = resultOf(
        aidsafe,
        turns.map((turn) => saidAsPlanted(turn, copy)),
      );
      expect(said?.thoughts).toEqual(copy.thoughts);
      expect(said?.response).toBe(copy.response);
    }
    expect(resultOf(aidsafe, turns)).toEqual(original);
  },
);
