import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";

/** Refused because nobody is signed in: pages send to the sign-in page, handlers answer 401. */
export class SignInRequired extends Refused {
  constructor() {
    super("forbidden", accessStrings.signIn);
    this.name = "SignInRequired";
  }
}
