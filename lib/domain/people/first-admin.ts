/**
 * The first admin is there before anybody has said who they are. Until they set an address of their own,
 * this stands in its place; its reserved ending can never receive mail.
 */
export const firstAdmin = { name: "Admin", email: "admin@colloquy.invalid" } as const;

/** Whether this address only stands in for one that was never given. */
export function isStandIn(email: string): boolean {
  return email.endsWith(".invalid");
}
