import { aidsafe } from "#lib/domain/deliberation/built-in-recipes.ts";
import type { Role } from "#lib/domain/deliberation/recipe.ts";

/** Short names that tell themselves apart, in the order of the alphabet. */
const names = ["Ada", "Bo", "Cy", "Di", "Ed", "Fay", "Gil", "Hal", "Ida", "Jo"];

/**
 * An agent to add to those there are: the first name and key that nobody has, and the sampling of the last agent.
 *
 * @param taken keys of the roles that are no agents
 */
export function freshAgent(agents: readonly Role[], taken: readonly string[]): Role {
  const last = agents.at(-1) ?? aidsafe.decomposer;
  const isFree = (name: string) =>
    !taken.includes(name.toLowerCase()) &&
    !agents.some((agent) => agent.key === name.toLowerCase() || agent.name === name);
  const name = names.find(isFree) ?? `Agent ${agents.length + 1}`;
  return { key: name.toLowerCase().replace(" ", "-"), name, instructions: null, sampling: last.sampling };
}
