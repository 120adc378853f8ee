import { db } from "#lib/server/database/client.ts";

/** Names of people by id, for lines that say who did something. */
export async function namesOf(
  userIds: readonly (string | null)[],
): Promise<(id: string | null) => string | null> {
  const ids = [...new Set(userIds.filter((id) => id !== null))];
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}
