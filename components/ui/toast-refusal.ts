import { toast } from "sonner";
import type { Refusal } from "./action-state.ts";

/** Says in passing what was refused, where no form is there for it to stand in. */
export function toastRefusal({ message }: Refusal): void {
  toast.error(message);
}
