import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/link-button.tsx";
import { shellStrings } from "#lib/domain/strings/shell.ts";

type MessageProps = {
  title: string;
  sentence: string;
  note?: ReactNode;
  /** What to try before going elsewhere. */
  action?: ReactNode;
};

/** Stands in for a page that cannot be shown: what is the matter and where to go. */
export function Message({ title, sentence, note, action }: MessageProps) {
  return (
    <div className="mx-auto max-w-xl py-[min(14dvh,8rem)]">
      <h1 className="font-read text-title font-medium text-balance">{title}</h1>
      <p className="mt-2 text-md text-pretty text-ink-2">{sentence}</p>
      {note != null && <p className="mt-2 font-mono text-xs text-ink-3">{note}</p>}
      <div className="mt-6 flex flex-wrap gap-2.5">
        {action}
        <LinkButton href="/projects" variant={action == null ? "primary" : "secondary"}>
          {shellStrings.toProjects}
        </LinkButton>
      </div>
    </div>
  );
}
