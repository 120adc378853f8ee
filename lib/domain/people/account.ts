import { z } from "zod";
import { NewPassword } from "./password.ts";
import { Email, PersonName } from "./person.ts";

/** What people change about themselves. A new address needs the password, since it is half of the way in. */
export const Profile = z.object({ name: PersonName, email: Email, currentPassword: z.string() });

/** A new password; the current one is empty where there is none yet. */
export const PasswordChange = z.object({ currentPassword: z.string(), password: NewPassword });

/** A new password by a reset link. */
export const PasswordReset = z.object({ token: z.string(), password: NewPassword });
