"use client";

import { Button } from "#components/ui/button.tsx";
import { commonStrings } from "#lib/domain/strings/common.ts";
import { shellStrings } from "#lib/domain/strings/shell.ts";
import { Message } from "./message.tsx";

/** What an error boundary of a route gets. */
export type RouteError = { error: unknown; retry: () => void };

/** Says that something broke, with the reference under which the server logged it and nothing else of it. */
export function ErrorMessage({ error, retry }: RouteError) {
  const { title, sentence, reference } = shellStrings.broken;
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <Message
      title={title}
      sentence={sentence}
      note={digest && reference(digest)}
      action={
        <Button variant="primary" onClick={() => retry()}>
          {commonStrings.tryAgain}
        </Button>
      }
    />
  );
}
