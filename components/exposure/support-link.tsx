import { HeartHandshake } from "lucide-react";
import { exposureStrings as strings } from "#lib/domain/strings/exposure.ts";

/** Where people who read in this project find support. */
export function SupportLink({ href }: { href: string }) {
  return (
    <a
      href={href}
      rel="noreferrer"
      target="_blank"
      className="inline-flex items-center gap-1.5 rounded-sm text-sm font-medium text-accent underline-offset-3 hover:underline"
    >
      <HeartHandshake aria-hidden className="size-4" />
      {strings.supportLink}
    </a>
  );
}
