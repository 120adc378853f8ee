/** Why a request was refused; the edge maps each code to one HTTP status. */
export const refusalCodes = [
  "invalid",
  "not_found",
  "forbidden",
  "conflict",
  "unavailable",
  "too_large",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/**
 * A refusal that the person can act on. Everything else that is thrown is a bug and stays loud.
 *
 * @param code what kind of refusal
 * @param message one sentence for the person: what, where, what to do
 * @param detail values the caller needs to show (both versions of a conflict, fields at fault)
 */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly detail?: unknown;

  constructor(code: RefusalCode, message: string, detail?: unknown) {
    super(message);
    this.name = "Refused";
    this.code = code;
    this.detail = detail;
  }
}
