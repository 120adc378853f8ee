import type { z } from "zod";
import { storableParts } from "#lib/domain/deliberation/storable.ts";
import { Refused } from "#lib/domain/errors.ts";
import type { Outcome } from "#lib/domain/outcome.ts";
import { commonStrings } from "#lib/domain/strings/common.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";

/** A server action as components get it. */
type ServerAction<S extends z.ZodType, T> = (input: z.input<S>) => Promise<Outcome<T>>;

/**
 * The one way to write a server action: parse, find the actor, call, answer. The called function authorizes.
 *
 * Text is made storable before it is parsed. Expected refusals become values that forms show in place; bugs and Next's own redirects stay thrown.
 *
 * @param schema what the input must look like; its messages are shown beside the fields
 * @param run the work, in lib/server
 */
export function action<S extends z.ZodType, T>(
  schema: S,
  run: (input: z.output<S>, actor: PersonActor) => Promise<T>,
): ServerAction<S, T> {
  return openAction(schema, async (input) => run(input, await requireActor()));
}

/** The same for the few things that people do before they are signed in. */
export function openAction<S extends z.ZodType, T>(
  schema: S,
  run: (input: z.output<S>) => Promise<T>,
): ServerAction<S, T> {
  return async (input) => {
    const parsed = schema.safeParse(storableParts(input));
    if (!parsed.success) {
      const fields = fieldErrors(parsed.error);
      return { ok: false, code: "invalid", message: commonStrings.checkFields, fields };
    }
    try {
      return { ok: true, value: await run(parsed.data) };
    } catch (error) {
      if (error instanceof Refused) {
        return { ok: false, code: error.code, message: error.message, detail: error.detail };
      }
      throw error;
    }
  };
}

function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const path = issue.path.join(".");
    fields[path] = [...(fields[path] ?? []), issue.message];
  }
  return fields;
}
