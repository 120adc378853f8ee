import type { Actor } from "#lib/domain/access/actions.ts";
import type { DeliberationView } from "#lib/domain/deliberation/view.ts";
import { findDeliberation } from "./find.ts";
import { viewOf } from "./view.ts";

/**
 * Everything the page of a deliberation shows, whether it runs or has ended.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadDeliberation(
  actor: Actor,
  projectId: string,
  runNumber: number,
  promptNumber: number,
): Promise<DeliberationView> {
  return viewOf(await findDeliberation(actor, projectId, runNumber, promptNumber));
}
