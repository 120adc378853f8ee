import { z } from "zod";
import { queueStrings } from "#lib/domain/strings/queue.ts";
import { QueueChoice, queryOf } from "./queue-choice.ts";

/** Name of a view. */
export const ViewName = z.string().trim().min(1, queueStrings.saved.nameMissing).max(60);

/** A list as somebody wants to find it again. */
export const NewView = z.object({ name: ViewName, choice: QueueChoice });

export type NewView = z.infer<typeof NewView>;

/** A view that somebody keeps. */
export type SavedView = { id: string; name: string; choice: QueueChoice; isDefault: boolean };

/** Whether two choices are of the same list. */
export function isSameChoice(one: QueueChoice, other: QueueChoice): boolean {
  const address = (choice: QueueChoice) => new URLSearchParams(queryOf(choice)).toString();
  return address(one) === address(other);
}
