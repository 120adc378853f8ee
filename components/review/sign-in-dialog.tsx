"use client";

import { SignInForm } from "#components/people/sign-in-form.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { signInOver } from "./draft-request.ts";
import { useRoom, useRoomState } from "./room-context.tsx";
import { useOpeningPanel } from "./use-opening-panel.ts";

const { signInAgain: strings } = roomStrings;

/** Signs in again over the room, where the session ended while it stood open. */
export function SignInDialog() {
  const { store, autosave } = useRoom();
  const isOpen = useRoomState((state) => state.panel === "sign_in");
  const isSignedOut = useRoomState(({ save }) => save.kind === "unsaved" && save.why === "signed_out");
  useOpeningPanel("sign_in", isSignedOut);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => store.setState({ panel: open ? "sign_in" : null })}
      title={strings.title}
      description={strings.description}
    >
      <SignInForm
        next=""
        signIn={signInOver}
        onDone={() => {
          store.setState({ panel: null });
          autosave.current?.retry();
          void autosave.current?.beat();
        }}
      />
    </Dialog>
  );
}
