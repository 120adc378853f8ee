import type { RefusalCode } from "#lib/domain/errors.ts";

/**
 * What a server action answers: the value, or a refusal that the person can act on.
 * `fields` maps a field's name to the sentences that belong beside it; `detail` carries what must be shown
 * with the refusal, such as both versions of a conflict.
 */
export type Outcome<T> =
  | { ok: true; value: T }
  | {
      ok: false;
      code: RefusalCode;
      message: string;
      fields?: Record<string, string[]>;
      detail?: unknown;
    };
