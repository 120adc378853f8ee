import { Prisma } from "#prisma/generated/client.ts";

/** Whether an insert or update failed because a unique index holds the value already: someone else was first. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
