"use client";

import type { ReactNode } from "react";
import { toast } from "sonner";
import type { ServerAction } from "#components/ui/action-state.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";

type ActionConfirmProps<Input> = {
  trigger: ReactNode;
  title: string;
  description: string;
  confirm: string;
  dismiss?: string;
  danger?: boolean;
  action: ServerAction<Input, unknown>;
  input: Input;
  /** Said once it is done. */
  done: string;
};

/** A button that asks before it calls a server action, and says when it is done. */
export function ActionConfirm<Input>({ action, input, done, ...dialog }: ActionConfirmProps<Input>) {
  return <ConfirmDialog {...dialog} onConfirm={() => action(input)} onDone={() => toast.success(done)} />;
}
