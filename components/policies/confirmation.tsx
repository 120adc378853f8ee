"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Outcome } from "#lib/domain/outcome.ts";
import { policiesStrings } from "#lib/domain/strings/policies.ts";

const strings = policiesStrings.publish;

type ConfirmationProps<Value> = {
  /** Address of the page of the text; the editor lies under it. */
  href: string;
  label: string;
  run: () => Promise<Outcome<Value>>;
  /** What to say when it is done. */
  told: (value: Value) => string;
};

/** The last step of publishing: it goes to the text that is in force now, or says why it is not. */
export function Confirmation<Value>({ href, label, run, told }: ConfirmationProps<Value>) {
  const router = useRouter();
  const publishing = useAction(run, {
    onDone: (value) => {
      toast.success(told(value));
      router.push(href);
    },
  });
  return (
    <div className="mt-8 border-t border-line pt-5">
      <div aria-live="polite" className="mb-4 empty:hidden">
        {publishing.refusal && <Notice tone="bad">{publishing.refusal.message}</Notice>}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
        <p className="max-w-[44ch] text-sm text-ink-2">{strings.final}</p>
        <div className="flex flex-wrap gap-2.5">
          <LinkButton variant="quiet" href={`${href}/edit`}>
            {strings.back}
          </LinkButton>
          <Button variant="primary" busy={publishing.busy} onClick={() => publishing.run(undefined)}>
            {label}
          </Button>
        </div>
      </div>
    </div>
  );
}
