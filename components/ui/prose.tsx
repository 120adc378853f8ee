import type { ReactNode } from "react";
import { cx } from "./cx.ts";

/** Sets rendered Markdown, or a plain text, in the reading voice: at most 68 characters a line. */
export function Prose({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div
      className={cx(
        "max-w-read font-read text-read wrap-anywhere",
        "[&>*+*]:mt-[0.7em] [&>h1]:text-xl [&>h2]:text-lg [&>h3]:text-read [&>h1]:font-semibold [&>h2]:font-semibold [&>h3]:font-semibold [&>:is(h1,h2,h3)]:mt-[1.4em] [&>:first-child]:mt-0!",
        "[&_ul]:list-disc [&_ol]:list-decimal [&_:is(ul,ol)]:pl-[1.4em] [&_li+li]:mt-[0.25em] [&_li]:marker:text-ink-3",
        "[&_a]:text-accent [&_a]:underline [&_a]:underline-offset-3 [&_strong]:font-semibold",
        "[&_code]:font-mono [&_code]:text-[0.86em] [&_pre]:rounded-lg [&_pre]:border [&_pre]:border-line [&_pre]:bg-sunken [&_pre]:p-3.5 [&_pre]:whitespace-pre-wrap",
        "[&_blockquote]:border-l-2 [&_blockquote]:border-line [&_blockquote]:pl-3.5 [&_blockquote]:text-ink-2 [&_hr]:border-line",
        className,
      )}
    >
      {children}
    </div>
  );
}
