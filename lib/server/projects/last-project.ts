/** Cookie with the slug of the project this browser was in last: a convenience, not a claim to anything. */
export const lastProjectCookie = "colloquy_project";

/** The slug in the address of a project's page; null elsewhere. */
export function slugInPath(pathname: string): string | null {
  return /^\/projects\/([a-z0-9-]{1,60})(?:\/|$)/.exec(pathname)?.[1] ?? null;
}
