"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useGuard } from "#components/shell/leaving.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { useRoom } from "./room-context.tsx";

const { leaving: strings } = roomStrings;

/** Asks before a page is left on which something is written that the server would not take. */
export function LeaveDialog() {
  const { store } = useRoom();
  const router = useRouter();
  const [href, setHref] = useState<string | null>(null);
  useGuard(
    () => href === null && ["unsaved", "conflict"].includes(store.getState().save.kind),
    (wanted) => setHref(wanted),
  );
  const stay = () => setHref(null);
  return (
    <Dialog
      open={href !== null}
      onOpenChange={stay}
      title={strings.title}
      description={strings.description}
      footer={
        <>
          <Button onClick={() => href && router.push(href)}>{strings.leave}</Button>
          <Button variant="primary" onClick={stay}>
            {strings.stay}
          </Button>
        </>
      }
    />
  );
}
