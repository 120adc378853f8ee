import { forbidden, notFound } from "next/navigation";
import { Refused } from "#lib/domain/errors.ts";

/**
 * Runs what a page loads. A refusal becomes the page and the HTTP status that belong to it (404, 403);
 * anything else stays thrown and shows the error page.
 *
 * ```ts
 * const run = await load(() => loadRun(actor, slug, number));
 * ```
 */
export async function load<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refused && error.code === "not_found") notFound();
    if (error instanceof Refused && error.code === "forbidden") forbidden();
    throw error;
  }
}
