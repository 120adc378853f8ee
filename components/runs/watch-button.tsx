"use client";

import { Eye } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { toastRefusal } from "#components/ui/toast-refusal.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";

/** Starts one deliberation on the rehearsal endpoint, slowly, and goes where it can be watched. */
export function WatchButton({
  slug,
  watch,
}: {
  slug: string;
  watch: ServerAction<{ slug: string }, { runNumber: number; promptNumber: number }>;
}) {
  const router = useRouter();
  const { run, busy } = useAction(watch, {
    onDone: ({ runNumber, promptNumber }) =>
      router.push(`/projects/${slug}/runs/${runNumber}/${promptNumber}`),
    onRefused: toastRefusal,
  });
  return (
    <Button busy={busy} onClick={() => run({ slug })} title={strings.watchHint}>
      <Eye aria-hidden />
      {strings.watch}
    </Button>
  );
}
