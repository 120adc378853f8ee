"use client";

import { unstable_rethrow } from "next/navigation";
import { createContext, useState, useTransition } from "react";
import type { Outcome } from "#lib/domain/outcome.ts";
import { commonStrings } from "#lib/domain/strings/common.ts";

/** A server action as pages hand it down. */
export type ServerAction<Input, Value> = (input: Input) => Promise<Outcome<Value>>;
export type Refusal = Extract<Outcome<never>, { ok: false }>;

type Reactions<Value> = {
  onDone?: (value: Value) => void;
  onRefused?: (refusal: Refusal) => void;
};

/** What the controls inside an ActionForm read: whether it is under way, and what is wrong with which field. */
export const FormContext = createContext<{ busy: boolean; refusal: Refusal | null }>({
  busy: false,
  refusal: null,
});

/**
 * Calls a server action and keeps what it refused. A call that never reached the server, or broke there, becomes
 * a refusal too, so that nothing the person entered is lost to an error page; redirects go through.
 */
export function useAction<Input, Value>(
  action: ServerAction<Input, Value>,
  reactions: Reactions<Value> = {},
) {
  const [busy, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  function run(input: Input) {
    startTransition(async () => {
      const outcome = await answerOf(action, input);
      startTransition(() => setRefusal(outcome.ok ? null : outcome));
      if (outcome.ok) reactions.onDone?.(outcome.value);
      else reactions.onRefused?.(outcome);
    });
  }

  return { run, busy, refusal, clear: () => setRefusal(null) };
}

async function answerOf<Input, Value>(
  action: ServerAction<Input, Value>,
  input: Input,
): Promise<Outcome<Value>> {
  try {
    return await action(input);
  } catch (error) {
    unstable_rethrow(error);
    return { ok: false, code: "unavailable", message: commonStrings.notReached };
  }
}
