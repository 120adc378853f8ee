"use client";

import { toast } from "sonner";
import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { toastRefusal } from "#components/ui/toast-refusal.ts";
import type { RecordCounts } from "#lib/domain/policy/view.ts";
import { policiesStrings } from "#lib/domain/strings/policies.ts";

const strings = policiesStrings.archived;

type Address = { slug: string; number: number };

type ArchivePolicyProps = {
  address: Address;
  title: string;
  /** Records that cite the policy. */
  touches: RecordCounts;
  archive: ServerAction<Address, { stale: number }>;
};

/** Takes a policy out of force, after saying what that touches. */
export function ArchivePolicy({ address, title, touches, archive }: ArchivePolicyProps) {
  const { approved, waiting } = touches;
  return (
    <ConfirmDialog
      trigger={<Button variant="quiet">{strings.action}</Button>}
      title={strings.title(title)}
      description={
        <>
          <p>{strings.text}</p>
          <p className="mt-2">
            {approved + waiting > 0 ? strings.touches(approved, waiting) : strings.touchesNone}
          </p>
        </>
      }
      confirm={strings.action}
      danger
      onConfirm={() => archive(address)}
      onDone={() => toast.success(strings.done)}
    />
  );
}

type ArchivedNoticeProps = {
  address: Address;
  /** Null for those who may not. */
  restore: ServerAction<Address, void> | null;
};

/** Says that a policy is not in force, with the way back. */
export function ArchivedNotice({ address, restore }: ArchivedNoticeProps) {
  return (
    <Notice className="mb-6" action={restore && <RestoreButton address={address} restore={restore} />}>
      {strings.notice}
    </Notice>
  );
}

function RestoreButton({ address, restore }: { address: Address; restore: ServerAction<Address, void> }) {
  const { run, busy } = useAction(restore, {
    onDone: () => void toast.success(strings.restored),
    onRefused: toastRefusal,
  });
  return (
    <Button size="sm" busy={busy} onClick={() => run(address)}>
      {strings.restore}
    </Button>
  );
}
