import { Refused } from "#lib/domain/errors.ts";
import { type HeldBecause, heldBecause, isBlurred } from "#lib/domain/exposure/held.ts";
import type { Severity } from "#lib/domain/prompt/prompt.ts";
import { exposureStrings as strings } from "#lib/domain/strings/exposure.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { limitsOf } from "./limits.ts";
import { noteExposure } from "./note.ts";
import type { Subject } from "./subject.ts";
import { today } from "./today.ts";

type Tx = Prisma.TransactionClient;

/** What stands in place of something that a person is not given today. */
export type HeldBack = { because: HeldBecause; severity: Severity };

/**
 * The one gate of all that is given to a person to judge: says why it is held back from them, or notes that they have
 * it before them. What they had before them today already they may finish. What is blurred counts once it is revealed.
 *
 * The person's row is locked until the transaction ends: of two tabs that ask at once, one sees what the other got.
 */
export async function serve(tx: Tx, userId: string, subject: Subject): Promise<HeldBecause | null> {
  await tx.$executeRaw`select from users where id = ${userId}::uuid for no key update`;
  const { held, blur } = await limitsOf(userId, subject.projectId, tx);
  const because = heldBecause(held, subject);
  if (because === "opted_out") return because;
  if (await wasSeenToday(tx, userId, subject.id)) return null;
  if (because) return because;
  if (!blur || !isBlurred(subject.severity)) {
    const { id: subjectId, ...rest } = subject;
    await noteExposure(tx, { userId, subjectId, ...rest, seconds: 0 });
  }
  return null;
}

/** Whether a person had something before them today. */
export async function wasSeenToday(
  tx: Pick<Tx, "$queryRaw">,
  userId: string,
  subjectId: string,
): Promise<boolean> {
  const seen = await tx.$queryRaw<unknown[]>`select 1 from exposures where user_id = ${userId}::uuid
    and day = ${today} and subject_id = ${subjectId}::uuid`;
  return seen.length > 0;
}

/** Says that something is held back; the page that asked for it shows why. */
export class HeldBackToday extends Refused {
  readonly held: HeldBack;

  constructor(held: HeldBack) {
    super("conflict", strings.heldBack[held.because]);
    this.held = held;
  }
}

/** What was asked for, or why it is held back. */
export async function unlessHeldBack<T>(load: () => Promise<T>): Promise<T | HeldBack> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof HeldBackToday) return error.held;
    throw error;
  }
}
