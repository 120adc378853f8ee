import type { Request } from "#lib/domain/deliberation/prompts.ts";

/** English text has about four characters a token; other scripts have fewer. Only an endpoint can tell exactly. */
const charactersPerToken = 4;

/** Estimated tokens of a text of this length. */
export function tokensIn(characters: number): number {
  return Math.ceil(characters / charactersPerToken);
}

/** Everything of a request that an endpoint reads, in order, without the schema. */
export function textOf({ instructions, messages }: Request): string {
  return [instructions, ...messages.map(({ content }) => content)].join("");
}

/**
 * Characters of a request.
 *
 * @param withSchema whether the schema of the reply is sent along
 */
export function charactersOf(request: Request, withSchema: boolean): number {
  return textOf(request).length + (withSchema && request.schema ? JSON.stringify(request.schema).length : 0);
}
