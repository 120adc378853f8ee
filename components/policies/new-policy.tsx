"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { toastRefusal } from "#components/ui/toast-refusal.ts";
import { policiesStrings as strings } from "#lib/domain/strings/policies.ts";

type NewPolicyProps = { slug: string; create: ServerAction<{ slug: string }, { number: number }> };

/** Begins a policy and goes to write it. */
export function NewPolicy({ slug, create }: NewPolicyProps) {
  const router = useRouter();
  const { run, busy } = useAction(create, {
    onDone: ({ number }) => router.push(`/projects/${slug}/policies/${number}/edit`),
    onRefused: toastRefusal,
  });
  return (
    <Button variant="primary" busy={busy} onClick={() => run({ slug })}>
      <Plus aria-hidden />
      {strings.add}
    </Button>
  );
}
