import { z } from "zod";
import { peopleStrings } from "#lib/domain/strings/people.ts";

/** Bounds on the length of a password, in UTF-16 units. Length is what makes one strong; nothing else is asked. */
export const passwordLength = { min: 12, max: 128 } as const;

/** A password that someone chooses. */
export const NewPassword = z
  .string()
  .min(passwordLength.min, peopleStrings.passwordTooShort(passwordLength.min))
  .max(passwordLength.max, peopleStrings.passwordTooLong(passwordLength.max));
