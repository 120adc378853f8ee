import { nextStep } from "#lib/domain/deliberation/engine.ts";
import type { Plan } from "#lib/domain/deliberation/plan.ts";
import { promptFor, type Request } from "#lib/domain/deliberation/prompts.ts";
import type { Recipe } from "#lib/domain/deliberation/recipe.ts";
import type { Reply } from "#lib/domain/deliberation/reply.ts";
import type { Ask } from "#lib/domain/deliberation/step.ts";
import type { Subject } from "#lib/domain/deliberation/subject.ts";
import { Turn } from "#lib/domain/deliberation/turn.ts";

/** One call of a deliberation that was only gone through: what would be asked, and the reply that stood in. */
export type Passed = { step: Ask; request: Request; reply: Reply };

/** A recipe with the policies of a project: all that a request is made of, but for the prompt. */
export type Bound = { recipe: Recipe; policies: Plan["policies"] };

/** A plan that no run froze: enough to build requests from. */
function planOf({ recipe, policies }: Bound): Plan {
  return { recipe, policies, endpoints: {}, seed: 0, reviewsOpen: false };
}

/**
 * Goes through a deliberation without any call: engine, requests and turns are the real ones, replies come from the
 * caller.
 *
 * @param replyTo stands in for the model
 */
export function passThrough(
  bound: Bound,
  subject: Subject,
  replyTo: (step: Ask, request: Request, turns: readonly Turn[]) => Reply,
): Passed[] {
  const plan = planOf(bound);
  const turns: Turn[] = [];
  const passed: Passed[] = [];
  for (;;) {
    const step = nextStep(plan, turns, []);
    if (step.kind !== "ask") return passed;
    const request = promptFor(plan, subject, turns, step);
    const reply = replyTo(step, request, turns);
    passed.push({ step, request, reply });
    turns.push(Turn.parse({ ...step, reply }));
  }
}
