import { z } from "zod";
import { peopleStrings } from "#lib/domain/strings/people.ts";

/** What others call a person. */
export const PersonName = z
  .string()
  .trim()
  .min(1, peopleStrings.nameMissing)
  .max(80, peopleStrings.nameTooLong);

/** An e-mail address, in the one spelling by which accounts are found. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, peopleStrings.emailMalformed)
  .pipe(z.email(peopleStrings.emailMalformed));
